<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Decisions</name>
    <message>
        <location filename="../../ui/review_decisions.py"/>
        <source>That was the last landslide of the list.</source>
        <translation>Era el último deslizamiento de la lista.</translation>
    </message>
    <message>
        <location filename="../../ui/review_decisions.py"/>
        <source>The class has no name; type one, such as river, and press Return.</source>
        <translation>La clase no tiene nombre; escriba uno, por ejemplo río, y pulse Intro.</translation>
    </message>
    <message>
        <location filename="../../ui/review_decisions.py"/>
        <source>There is nothing to undo; what is saved cannot be undone.</source>
        <translation>No hay nada que deshacer; lo guardado no puede deshacerse.</translation>
    </message>
    <message>
        <location filename="../../ui/review_decisions.py"/>
        <source>The layer "{}" cannot be edited; save a copy and review that.</source>
        <translation>La capa "{}" no se puede editar; guarde una copia y revísela.</translation>
    </message>
    <message>
        <location filename="../../ui/review_decisions.py"/>
        <source>The edits of the layer "{layer}" cannot be saved: {reason}</source>
        <translation>Los cambios de la capa "{layer}" no se pueden guardar: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/review_decisions.py"/>
        <source>No landslide is selected; click on one in the table.</source>
        <translation>No hay ningún deslizamiento seleccionado; haga clic en uno de la tabla.</translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>Nothing is accepted or rejected yet, so there is nothing to learn from.</source>
        <translation>Aún no hay nada aceptado ni rechazado, así que no hay nada que aprender.</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>No landslide is accepted yet, so there is nothing to save.</source>
        <translation>Aún no hay ningún deslizamiento aceptado, así que no hay nada que guardar.</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>{} – accepted</source>
        <translation>{} – aceptados</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>{} – review</source>
        <translation>{} – revisión</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>No landslide is rejected, so there is nothing to delete.</source>
        <translation>No hay ningún deslizamiento rechazado, así que no hay nada que borrar.</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>Rejected landslides deleted</source>
        <translation>Deslizamientos rechazados borrados</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>The rejected landslides of the layer "{}" cannot be deleted; save the accepted ones.</source>
        <translation>Los deslizamientos rechazados de la capa "{}" no se pueden borrar; guarde los aceptados.</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>Rejected landslides deleted: {}. Undo brings them back until the edits are saved.</source>
        <translation>Deslizamientos rechazados borrados: {}. Deshacer los recupera hasta que se guarden los cambios.</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>New ROI Layer</source>
        <translation>Nueva capa de ROI</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>ROIs "{layer}": added {added}, changed {changed}, removed {removed}, there already {there}.</source>
        <translation>ROI "{layer}": añadidas {added}, cambiadas {changed}, eliminadas {removed}, ya presentes {there}.</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>Landslides that lie where its coordinate system is not defined: {}.</source>
        <translation>Deslizamientos situados donde su sistema de coordenadas no está definido: {}.</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>Save Landslides</source>
        <translation>Guardar deslizamientos</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>{path} could not be written: {reason}</source>
        <translation>{path} no se pudo escribir: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>Written: {}</source>
        <translation>Escrito: {}</translation>
    </message>
</context>
<context>
    <name>HistogramPlot</name>
    <message>
        <location filename="../../ui/histogram_plot.py"/>
        <source>Probability {probability}: {pixels} pixels
At or above it: {above} pixels</source>
        <translation>Probabilidad {probability}: {pixels} píxeles
Con ella o más: {above} píxeles</translation>
    </message>
</context>
<context>
    <name>ImageFacts</name>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Bands</source>
        <translation>Bandas</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Pixels</source>
        <translation>Píxeles</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Resolution</source>
        <translation>Resolución</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Values</source>
        <translation>Valores</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Nodata</source>
        <translation>Sin datos</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Suggested</source>
        <translation>Sugerido</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Band {band}: {low} to {high}</source>
        <translation>Banda {band}: de {low} a {high}</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>From {} pixels, which are not all.</source>
        <translation>A partir de {} píxeles, que no son todos.</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>What the model sees as darkest and brightest ({}):</source>
        <translation>Lo que el modelo ve como más oscuro y más claro ({}):</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{number} {name}</source>
        <translation>{number} {name}</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{} not used</source>
        <translation>{} sin usar</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>not known: no coordinate system</source>
        <translation>desconocida: sin sistema de coordenadas</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{} m</source>
        <translation>{} m</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{own} m, worked on at {working} m</source>
        <translation>{own} m, se trabaja a {working} m</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>no valid pixel found</source>
        <translation>no se encontró ningún píxel válido</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{low} to {high}</source>
        <translation>de {low} a {high}</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>as they are</source>
        <translation>tal cual</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>stretched</source>
        <translation>estirados</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>none found</source>
        <translation>no se encontraron</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>about {} %</source>
        <translation>aprox. {} %</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{} %</source>
        <translation>{} %</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>none; train one on this image</source>
        <translation>ninguno; entrene uno con esta imagen</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{name}, for {low} to {high} m</source>
        <translation>{name}, para {low} a {high} m</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>not known. {}</source>
        <translation>desconocido. {}</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>about {time} on the {device}</source>
        <translation>aprox. {time} en la {device}</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{} s</source>
        <translation>{} s</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{} min</source>
        <translation>{} min</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{} h</source>
        <translation>{} h</translation>
    </message>
</context>
<context>
    <name>LandslidePanel</name>
    <message>
        <location filename="../../ui/panel.py"/>
        <source>Landslides</source>
        <translation>Deslizamientos</translation>
    </message>
    <message>
        <location filename="../../ui/panel.py"/>
        <source>Review the Landslides One by One</source>
        <translation>Revisar los deslizamientos uno a uno</translation>
    </message>
    <message>
        <location filename="../../ui/panel.py"/>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <location filename="../../ui/panel.py"/>
        <source>Packages, Models and Settings…</source>
        <translation>Paquetes, modelos y configuración…</translation>
    </message>
    <message>
        <location filename="../../ui/panel.py"/>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <location filename="../../ui/panel.py"/>
        <source>The help could not be opened; it is the file {}.</source>
        <translation>No se pudo abrir la ayuda; es el archivo {}.</translation>
    </message>
</context>
<context>
    <name>LineChart</name>
    <message>
        <location filename="../../ui/curves.py"/>
        <source>best</source>
        <translation>mejor</translation>
    </message>
</context>
<context>
    <name>Missing</name>
    <message>
        <location filename="../../ui/missing.py"/>
        <source>Look whether Scarp's packages are there</source>
        <translation>Comprobar si están los paquetes de Scarp</translation>
    </message>
    <message>
        <location filename="../../ui/missing.py"/>
        <source>Scarp needs the package {} to extract landslides; the options install it.</source>
        <translation>Scarp necesita el paquete {} para extraer deslizamientos; puede instalarse desde las opciones.</translation>
    </message>
    <message>
        <location filename="../../ui/missing.py"/>
        <source>Open the options…</source>
        <translation>Abrir las opciones…</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>by pixel</source>
        <translation>por píxel</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>one by one</source>
        <translation>uno a uno</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>{} m</source>
        <translation>{} m</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>{} to {} m</source>
        <translation>de {} a {} m</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Cannot be used</source>
        <translation>No puede usarse</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Finds landslides</source>
        <translation>Encuentra deslizamientos</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Classes</source>
        <translation>Clases</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Bands</source>
        <translation>Bandas</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Ground resolution</source>
        <translation>Resolución sobre el terreno</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Recommended threshold</source>
        <translation>Umbral recomendado</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Trained on</source>
        <translation>Entrenado con</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Scores, {}</source>
        <translation>Métricas, {}</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Scores</source>
        <translation>Métricas</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>best F1</source>
        <translation>mejor F1</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>precision</source>
        <translation>precisión</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>recall</source>
        <translation>exhaustividad</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>IoU</source>
        <translation>IoU</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>AP50</source>
        <translation>AP50</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>accuracy</source>
        <translation>exactitud</translation>
    </message>
</context>
<context>
    <name>ModelCombo</name>
    <message>
        <location filename="../../ui/model_choice.py"/>
        <source>List models</source>
        <translation>Listar modelos</translation>
    </message>
    <message>
        <location filename="../../ui/model_choice.py"/>
        <source>The bundled model that was made for the image's ground resolution.</source>
        <translation>El modelo incluido que se hizo para la resolución sobre el terreno de la imagen.</translation>
    </message>
    <message>
        <location filename="../../ui/model_choice.py"/>
        <source>The mean of the probabilities of unet and maskrcnn, with the landslides of maskrcnn kept apart. The best, and the slowest.</source>
        <translation>La media de las probabilidades de unet y maskrcnn, con los deslizamientos de maskrcnn separados. El mejor y el más lento.</translation>
    </message>
</context>
<context>
    <name>ModelsBox</name>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Remove</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Keep</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Remove the model "{}"? Its file {} is deleted.</source>
        <translation>¿Eliminar el modelo "{}"? Se borra su archivo {}.</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Remove…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Remove the chosen model; those that come with Scarp stay.</source>
        <translation>Eliminar el modelo elegido; los que vienen con Scarp se quedan.</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Finds landslides</source>
        <translation>Encuentra deslizamientos</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Ground resolution</source>
        <translation>Resolución sobre el terreno</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>From</source>
        <translation>Origen</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Import a model</source>
        <translation>Importar un modelo</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Scarp</source>
        <translation>Scarp</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>you</source>
        <translation>usted</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Report of its training</source>
        <translation>Informe de su entrenamiento</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>The folder {} cannot be made ({}).</source>
        <translation>No se puede crear la carpeta {} ({}).</translation>
    </message>
</context>
<context>
    <name>OptionsRuns</name>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>Look which packages are there</source>
        <translation>Comprobar qué paquetes están instalados</translation>
    </message>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>Install packages for {}</source>
        <translation>Instalar paquetes para {}</translation>
    </message>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>List models</source>
        <translation>Listar modelos</translation>
    </message>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>Import a model</source>
        <translation>Importar un modelo</translation>
    </message>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>Remove the model "{}"</source>
        <translation>Eliminar el modelo "{}"</translation>
    </message>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>{}: done.</source>
        <translation>{}: hecho.</translation>
    </message>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>Options…</source>
        <translation>Opciones…</translation>
    </message>
</context>
<context>
    <name>PackagesBox</name>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>The same by hand, in a terminal: the command, with the options below.</source>
        <translation>Lo mismo a mano, en un terminal: la orden, con las opciones de abajo.</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Copy the command</source>
        <translation>Copiar la orden</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Extraction</source>
        <translation>Extracción</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>{}: looking…</source>
        <translation>{}: buscando…</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>{}: not possible yet. Missing: {}.</source>
        <translation>{}: aún no es posible. Falta: {}.</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>the graphics card ({})</source>
        <translation>la tarjeta gráfica ({})</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>the processor</source>
        <translation>el procesador</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>{}: ready. It runs on {}.</source>
        <translation>{}: todo listo. Se ejecuta en {}.</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Missing: {}.</source>
        <translation>Falta: {}.</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Install again</source>
        <translation>Instalar de nuevo</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Install</source>
        <translation>Instalar</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Packages</source>
        <translation>Paquetes</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Diagnose</source>
        <translation>Diagnosticar</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Look at Python, packages, graphics card and network, and say what to do.</source>
        <translation>Examinar Python, paquetes, tarjeta gráfica y red, y decir qué hacer.</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Copy the diagnosis</source>
        <translation>Copiar el diagnóstico</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Package</source>
        <translation>Paquete</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Needed for</source>
        <translation>Necesario para</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Options of the installation</source>
        <translation>Opciones de la instalación</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>extraction; validation of a trained model</source>
        <translation>extracción; validación de un modelo entrenado</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>charts in reports</source>
        <translation>gráficos en los informes</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>training</source>
        <translation>entrenamiento</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>model files of trained models</source>
        <translation>archivos de los modelos entrenados</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>labels in training</source>
        <translation>etiquetas en el entrenamiento</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>the log of a training for TensorBoard</source>
        <translation>el registro de un entrenamiento para TensorBoard</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>{} (not for {})</source>
        <translation>{} (no para {})</translation>
    </message>
</context>
<context>
    <name>PixelCounter</name>
    <message>
        <location filename="../../ui/pixel_counter.py"/>
        <source>Count the pixels of {}</source>
        <translation>Contar los píxeles de {}</translation>
    </message>
</context>
<context>
    <name>PolygonMaker</name>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>Make measured polygons of what lies at or above the threshold, as a new layer; in the background.</source>
        <translation>Crear polígonos medidos de lo que alcanza o supera el umbral, como capa nueva; en segundo plano.</translation>
    </message>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>Make Polygons at {}</source>
        <translation>Crear polígonos con {}</translation>
    </message>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>Make polygons of {layer} at {threshold}</source>
        <translation>Crear polígonos de {layer} con {threshold}</translation>
    </message>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>Add to this project</source>
        <translation>Añadir a este proyecto</translation>
    </message>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>Cancelled; nothing is left behind.</source>
        <translation>Cancelado; no queda nada.</translation>
    </message>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>Landslides at {threshold}: {count}; area: {ha} ha ({km2} km²).</source>
        <translation>Deslizamientos con {threshold}: {count}; área: {ha} ha ({km2} km²).</translation>
    </message>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>The project that it was started in is closed.</source>
        <translation>El proyecto en el que se inició está cerrado.</translation>
    </message>
</context>
<context>
    <name>PrecisionRecallPlot</name>
    <message>
        <location filename="../../ui/precision_recall_plot.py"/>
        <source>Recall</source>
        <translation>Exhaustividad</translation>
    </message>
    <message>
        <location filename="../../ui/precision_recall_plot.py"/>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <location filename="../../ui/result_view.py"/>
        <source>Swipe</source>
        <translation>Cortina</translation>
    </message>
    <message>
        <location filename="../../ui/result_view.py"/>
        <source>Put a handle on the canvas that can be dragged: left of it the map is without Scarp's results. Esc ends it. ({key})</source>
        <translation>Poner en el lienzo un tirador que puede arrastrarse: a su izquierda, el mapa está sin los resultados de Scarp. Esc la termina. ({key})</translation>
    </message>
    <message>
        <location filename="../../ui/result_view.py"/>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <location filename="../../ui/result_view.py"/>
        <source>Hides Scarp's results on the canvas as long as it, or the key {key}, is held down.</source>
        <translation>Oculta los resultados de Scarp en el lienzo mientras se mantiene pulsado este botón o la tecla {key}.</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Go to the landslide above</source>
        <translation>Ir al deslizamiento de arriba</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Go to the landslide below</source>
        <translation>Ir al deslizamiento de abajo</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Accept</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>It is a landslide</source>
        <translation>Es un deslizamiento</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Reject</source>
        <translation>Rechazar</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>It is none</source>
        <translation>No es un deslizamiento</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Not Reviewed</source>
        <translation>Sin revisar</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Set back to not reviewed</source>
        <translation>Volver a marcar como sin revisar</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Undo the last edit of the layer, as QGIS does</source>
        <translation>Deshacer el último cambio de la capa, como lo hace QGIS</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Edit Geometry</source>
        <translation>Editar geometría</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Edit the outline with QGIS's own tool; the fields that Scarp has measured follow</source>
        <translation>Editar el contorno con la herramienta de QGIS; los campos que Scarp ha medido se actualizan</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Reclassify</source>
        <translation>Reclasificar</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>It is what the box says, such as a river</source>
        <translation>Es lo que dice el cuadro, por ejemplo un río</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Pan Only</source>
        <translation>Solo desplazar</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Keep the scale of the map when going to a landslide</source>
        <translation>Mantener la escala del mapa al ir a un deslizamiento</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Go On</source>
        <translation>Avanzar</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Go to the next landslide after each accept, reject and reclassify</source>
        <translation>Ir al siguiente deslizamiento después de aceptar, rechazar o reclasificar</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>To ROIs</source>
        <translation>Pasar a ROI</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>For the next training, accepted ones become ROIs of landslide, and rejected ones ROIs of background that is easily taken for it; each once. Other classes are left out.</source>
        <translation>Para el próximo entrenamiento, los aceptados pasan a ser ROI de deslizamiento y los rechazados, ROI de fondo que se confunde fácilmente con uno; cada uno una sola vez. Las demás clases se excluyen.</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Save Edits</source>
        <translation>Guardar cambios</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Save the edits of the layer</source>
        <translation>Guardar los cambios de la capa</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Save Accepted As…</source>
        <translation>Guardar aceptados como…</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Write the accepted landslides to a file of their own</source>
        <translation>Escribir los deslizamientos aceptados en un archivo propio</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Save a Copy As…</source>
        <translation>Guardar una copia como…</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Write all landslides to a file, and review that</source>
        <translation>Escribir todos los deslizamientos en un archivo y revisar ese archivo</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Delete Rejected</source>
        <translation>Borrar rechazados</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Delete the rejected landslides from the layer</source>
        <translation>Borrar de la capa los deslizamientos rechazados</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>No layer</source>
        <translation>Ninguna capa</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Layer of landslides to review</source>
        <translation>Capa de deslizamientos que se revisa</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Not reviewed</source>
        <translation>Sin revisar</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Accepted</source>
        <translation>Aceptados</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Rejected</source>
        <translation>Rechazados</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Other classes</source>
        <translation>Otras clases</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Which landslides the table shows</source>
        <translation>Qué deslizamientos muestra la tabla</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>What a landslide is reclassified to; Return does it, Escape does not</source>
        <translation>Clase a la que se reclasifica un deslizamiento; Intro lo hace, Escape no</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>ReviewDock</name>
    <message>
        <location filename="../../ui/review.py"/>
        <source>Landslide review</source>
        <translation>Revisión de deslizamientos</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>There is no layer under review; choose one.</source>
        <translation>No hay ninguna capa en revisión; elija una.</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>The landslides are being read; wait a moment.</source>
        <translation>Se están leyendo los deslizamientos; espere un momento.</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>Choose a layer of landslides to review; an extraction is chosen by itself.</source>
        <translation>Elija una capa de deslizamientos para revisar; una extracción se elige sola.</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>{reviewed} of {all} reviewed</source>
        <translation>{reviewed} de {all} revisados</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>This is the last landslide of the list.</source>
        <translation>Este es el último deslizamiento de la lista.</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>This is the first landslide of the list.</source>
        <translation>Este es el primer deslizamiento de la lista.</translation>
    </message>
    <message>
        <location filename="../../ui/review_canvas.py"/>
        <source>This landslide has no outline; delete it or draw one.</source>
        <translation>Este deslizamiento no tiene contorno; bórrelo o dibuje uno.</translation>
    </message>
    <message>
        <location filename="../../ui/review_canvas.py"/>
        <source>This landslide lies where the map's coordinate system is not defined; choose another one for the project.</source>
        <translation>Este deslizamiento está donde el sistema de coordenadas del mapa no está definido; elija otro para el proyecto.</translation>
    </message>
    <message>
        <location filename="../../ui/review_export.py"/>
        <source>No vector format has the ending {ending}; choose .gpkg, .shp or .geojson.</source>
        <translation>Ningún formato vectorial tiene la extensión {ending}; elija .gpkg, .shp o .geojson.</translation>
    </message>
    <message>
        <location filename="../../ui/review_export.py"/>
        <source>The layer "{layer}" is in the file {path}; choose another name.</source>
        <translation>La capa "{layer}" está en el archivo {path}; elija otro nombre.</translation>
    </message>
    <message>
        <location filename="../../ui/review_export.py"/>
        <source>{} was written, but cannot be opened; look whether it is still there.</source>
        <translation>{} se escribió, pero no se puede abrir; compruebe si sigue allí.</translation>
    </message>
    <message>
        <location filename="../../ui/review_rois.py"/>
        <source>Compare the review with the ROIs "{}"</source>
        <translation>Comparar la revisión con las ROI "{}"</translation>
    </message>
    <message>
        <location filename="../../ui/review_rois.py"/>
        <source>The ROI layer "{layer}" has no field "{field}", so what was rejected would be landslide there; choose another ROI layer, or make a new one.</source>
        <translation>La capa de ROI "{layer}" no tiene ningún campo "{field}", así que lo rechazado sería allí deslizamiento; elija otra capa de ROI o cree una nueva.</translation>
    </message>
    <message>
        <location filename="../../ui/review_rois.py"/>
        <source>Review sent to ROIs</source>
        <translation>Revisión pasada a ROI</translation>
    </message>
    <message>
        <location filename="../../ui/review_rois.py"/>
        <source>The layer "{}" does not take what was reviewed; choose another ROI layer.</source>
        <translation>La capa "{}" no admite lo revisado; elija otra capa de ROI.</translation>
    </message>
    <message>
        <location filename="../../ui/review_rows.py"/>
        <source>Read the landslides of "{}"</source>
        <translation>Leer los deslizamientos de "{}"</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The field "{field}" of the layer "{layer}" holds numbers, so it cannot keep the status; rename it, or save a copy without it.</source>
        <translation>El campo "{field}" de la capa "{layer}" contiene números, así que no puede guardar el estado; cámbiele el nombre o guarde una copia sin él.</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The layer "{}" is read-only, so the status cannot be kept in it; save a copy and review that.</source>
        <translation>La capa "{}" es de solo lectura, así que el estado no puede guardarse en ella; guarde una copia y revísela.</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The layer "{}" takes no new field or no new values, so the status cannot be kept in it; save a copy and review that.</source>
        <translation>La capa "{}" no admite un campo nuevo o valores nuevos, así que el estado no puede guardarse en ella; guarde una copia y revísela.</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The layer "{}" cannot be edited in this way; save a copy and review that.</source>
        <translation>La capa "{}" no se puede editar de este modo; guarde una copia y revísela.</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The layer "{}" cannot be edited; save a copy and review that.</source>
        <translation>La capa "{}" no se puede editar; guarde una copia y revísela.</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>Landslides accepted</source>
        <translation>Deslizamientos aceptados</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>Landslides rejected</source>
        <translation>Deslizamientos rechazados</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>Landslides set to not reviewed</source>
        <translation>Deslizamientos marcados como sin revisar</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>Landslides reclassified</source>
        <translation>Deslizamientos reclasificados</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The layer "{}" does not take it; save a copy and review that.</source>
        <translation>La capa "{}" no lo admite; guarde una copia y revísela.</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>Field for the review added</source>
        <translation>Campo para la revisión añadido</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The layer "{}" takes no new field; save a copy and review that.</source>
        <translation>La capa "{}" no admite un campo nuevo; guarde una copia y revísela.</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>accepted</source>
        <translation>aceptado</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>rejected</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>not reviewed</source>
        <translation>sin revisar</translation>
    </message>
</context>
<context>
    <name>ReviewModel</name>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>{} m</source>
        <translation>{} m</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>{} m²</source>
        <translation>{} m²</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>{} ha</source>
        <translation>{} ha</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>not reviewed</source>
        <translation>sin revisar</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>accepted</source>
        <translation>aceptado</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>rejected</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>The field id; without one, the id of the feature</source>
        <translation>El campo id; si no lo hay, el ID del objeto espacial</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Area</source>
        <translation>Área</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Area on the ellipsoid, measured on the outline</source>
        <translation>Área sobre el elipsoide, medida en el contorno</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Mean</source>
        <translation>Media</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Mean probability of a landslide in it</source>
        <translation>Probabilidad media de deslizamiento en él</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Max</source>
        <translation>Máx.</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Highest probability of a landslide in it</source>
        <translation>Probabilidad máxima de deslizamiento en él</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Length</source>
        <translation>Longitud</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Long side of the box around it, measured on the outline</source>
        <translation>Lado largo del recuadro que lo rodea, medido en el contorno</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>How sure the model is of this landslide as a whole</source>
        <translation>Lo seguro que está el modelo de este deslizamiento en conjunto</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>What the review says</source>
        <translation>Lo que dice la revisión</translation>
    </message>
</context>
<context>
    <name>ReviewStyle</name>
    <message>
        <location filename="../../ui/review_style.py"/>
        <source>Accepted</source>
        <translation>Aceptado</translation>
    </message>
    <message>
        <location filename="../../ui/review_style.py"/>
        <source>Rejected</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <location filename="../../ui/review_style.py"/>
        <source>Other class</source>
        <translation>Otra clase</translation>
    </message>
    <message>
        <location filename="../../ui/review_style.py"/>
        <source>Not reviewed</source>
        <translation>Sin revisar</translation>
    </message>
</context>
<context>
    <name>RoiAdvice</name>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>ROIs outside the image, which are not used: {}.</source>
        <translation>ROI fuera de la imagen, que no se usan: {}.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>ROIs without a class, which are not used: {}. Set it in the attribute table.</source>
        <translation>ROI sin clase, que no se usan: {}. Establézcala en la tabla de atributos.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>ROIs without a geometry, which are not used: {}. Delete them.</source>
        <translation>ROI sin geometría, que no se usan: {}. Bórrelas.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>QGIS gives new features the values of the one before, and so not the class that is chosen here: switch that off under Settings &gt; Options &gt; Digitizing.</source>
        <translation>QGIS da a los objetos nuevos los valores del anterior y, por tanto, no la clase elegida aquí: desactívelo en Configuración &gt; Opciones &gt; Digitalización.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>There are edits that are not saved; a training uses them too.</source>
        <translation>Hay cambios sin guardar; un entrenamiento también los usa.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>There are no ROIs yet. Draw polygons on landslides.</source>
        <translation>Aún no hay ninguna ROI. Dibuje polígonos sobre deslizamientos.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>No ROI is a landslide, so there is nothing to learn.</source>
        <translation>Ninguna ROI es un deslizamiento, así que no hay nada que aprender.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>Landslides are few: {count}. With {few} or more, of all kinds and in all parts of the image, a model gets good.</source>
        <translation>Hay pocos deslizamientos: {count}. Con {few} o más, de todo tipo y en todas las partes de la imagen, el modelo será bueno.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>What no ROI covers is left out, so draw background of all kinds.</source>
        <translation>Lo que no cubre ninguna ROI se excluye, así que dibuje fondo de todo tipo.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>All other ground counts as background: draw every landslide of the image, or some background too.</source>
        <translation>El resto del terreno cuenta como fondo: dibuje todos los deslizamientos de la imagen, o también algo de fondo.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>No field says the class, so all ROIs are landslides, and all other ground counts as background: draw every landslide of the image.</source>
        <translation>Ningún campo indica la clase, así que todas las ROI son deslizamientos y el resto del terreno cuenta como fondo: dibuje todos los deslizamientos de la imagen.</translation>
    </message>
</context>
<context>
    <name>RoiClassesTable</name>
    <message>
        <location filename="../../ui/roi_classes_table.py"/>
        <source>Rejected</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <location filename="../../ui/roi_classes_table.py"/>
        <source>Draw landslides, with scarp and runout.</source>
        <translation>Dibuje deslizamientos, con el escarpe y la zona de recorrido y depósito.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_classes_table.py"/>
        <source>Draw ground that is no landslide: forest, fields, roads, water, bare ground.</source>
        <translation>Dibuje terreno que no es deslizamiento: bosque, campos, carreteras, agua, suelo desnudo.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_classes_table.py"/>
        <source>Draw background that a model took for a landslide; a review puts it here too.</source>
        <translation>Dibuje fondo que un modelo tomó por un deslizamiento; una revisión también lo pone aquí.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_classes_table.py"/>
        <source>Key: {}</source>
        <translation>Tecla: {}</translation>
    </message>
</context>
<context>
    <name>RoiDrawing</name>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Choose a layer of ROIs</source>
        <translation>Elegir una capa de ROI</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>ROI layer</source>
        <translation>Capa de ROI</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Polygons drawn on landslides, and on ground that is none.</source>
        <translation>Polígonos dibujados sobre deslizamientos y sobre terreno que no lo es.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>&amp;New</source>
        <translation>&amp;Nueva</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>&amp;Class field</source>
        <translation>Campo de &amp;clase</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Field that says the class: landslide or 1, background or 0. None: all polygons are landslides.</source>
        <translation>Campo que indica la clase: landslide o 1, background o 0. Ninguno: todos los polígonos son deslizamientos.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>&amp;Draw</source>
        <translation>&amp;Dibujar</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Draw polygons of the class that is chosen, with QGIS's tools: click for corners, right-click to finish. Nothing is asked; the keys 1, 2 and 3 change the class, Ctrl+Z undoes.</source>
        <translation>Dibujar polígonos de la clase elegida con las herramientas de QGIS: clic para los vértices, clic derecho para terminar. No se pregunta nada; las teclas 1, 2 y 3 cambian la clase y Ctrl+Z deshace.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>&amp;Save Edits</source>
        <translation>&amp;Guardar cambios</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Write what was drawn into the layer's file, and go on drawing.</source>
        <translation>Escribir lo dibujado en el archivo de la capa y seguir dibujando.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Folder for the ROI Layer</source>
        <translation>Carpeta para la capa de ROI</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>The ROI layer is the file {}.</source>
        <translation>La capa de ROI es el archivo {}.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Snapping was switched off.</source>
        <translation>Se desactivó el autoensamblado.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Make a ROI layer: {}</source>
        <translation>Crear una capa de ROI: {}</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>The layer "{}" cannot be edited; choose another, or make a new one.</source>
        <translation>La capa "{}" no se puede editar; elija otra o cree una nueva.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Choose an image in step 1; ROIs are drawn on it.</source>
        <translation>Elija una imagen en el paso 1; las ROI se dibujan sobre ella.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Make a new layer of ROIs and draw on it; you are asked for its folder.</source>
        <translation>Crear una capa de ROI nueva y dibujar en ella; se le pedirá la carpeta.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Make a new layer of ROIs and draw on it: {}</source>
        <translation>Crear una capa de ROI nueva y dibujar en ella: {}</translation>
    </message>
</context>
<context>
    <name>RoiLayer</name>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>Landslide</source>
        <translation>Deslizamiento</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>Background</source>
        <translation>Fondo</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>Background (rejected)</source>
        <translation>Fondo (rechazado)</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>There is a file {path} already; choose another name.</source>
        <translation>Ya existe un archivo {path}; elija otro nombre.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>The ROI layer {path} cannot be made ({reason}); choose another folder.</source>
        <translation>No se puede crear la capa de ROI {path} ({reason}); elija otra carpeta.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>The layer "{}" cannot be edited; choose another ROI layer.</source>
        <translation>La capa "{}" no se puede editar; elija otra capa de ROI.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>The polygon cannot be reprojected to {crs} of the layer "{layer}".</source>
        <translation>El polígono no se puede reproyectar a {crs} de la capa "{layer}".</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>ROI added</source>
        <translation>ROI añadida</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>The layer "{}" takes no polygon; choose another ROI layer.</source>
        <translation>La capa "{}" no admite ningún polígono; elija otra capa de ROI.</translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message>
        <location filename="../../ui/run.py"/>
        <source>There is no algorithm "{}"; enable the plugin Scarp.</source>
        <translation>No existe el algoritmo "{}"; active el complemento Scarp.</translation>
    </message>
    <message>
        <location filename="../../ui/run.py"/>
        <source>The layer "{}" was removed before the run could begin; add it again and start anew.</source>
        <translation>La capa "{}" se eliminó antes de que pudiera empezar la ejecución; añádala otra vez y empiece de nuevo.</translation>
    </message>
    <message>
        <location filename="../../ui/run.py"/>
        <source>It failed without a reason; look at the log under View &gt; Panels &gt; Log Messages &gt; Scarp.</source>
        <translation>Falló sin indicar el motivo; consulte el registro en Ver &gt; Paneles &gt; Mensajes del registro &gt; Scarp.</translation>
    </message>
</context>
<context>
    <name>RunRow</name>
    <message>
        <location filename="../../ui/run_row.py"/>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <location filename="../../ui/run_row.py"/>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <location filename="../../ui/run_row.py"/>
        <source>Cancelling…</source>
        <translation>Cancelando…</translation>
    </message>
</context>
<context>
    <name>Scarp</name>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Landslides</source>
        <translation>Deslizamientos</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Advanced parameters</source>
        <translation>Parámetros avanzados</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>Create label raster</source>
        <translation>Crear ráster de etiquetas</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>Turns polygons drawn on an image (ROIs) into labels to train a model on.</source>
        <translation>Convierte polígonos dibujados sobre una imagen (ROI) en etiquetas con las que entrenar un modelo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>landslide,label,labels,mask,roi,region of interest,training,samples,rasterize,ground truth,reference</source>
        <translation>deslizamiento,etiqueta,etiquetas,máscara,roi,región de interés,entrenamiento,muestras,rasterizar,verdad terreno,referencia</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>Landslide pixels</source>
        <translation>Píxeles de deslizamiento</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>Pixels of each class</source>
        <translation>Píxeles de cada clase</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>Background pixels</source>
        <translation>Píxeles de fondo</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>Unlabelled pixels</source>
        <translation>Píxeles sin etiquetar</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>{scene} – label raster</source>
        <translation>{scene} – ráster de etiquetas</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>{scene} – labels</source>
        <translation>{scene} – etiquetas</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Describe an image</source>
        <translation>Describir una imagen</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Says what Scarp sees in an image, which models fit it, and how long an extraction takes.</source>
        <translation>Indica qué ve Scarp en una imagen, qué modelos le convienen y cuánto tarda una extracción.</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>describe,image,info,information,metadata,bands,resolution,values,nodata,model,suggest,fit,time,estimate,windows,tiles,memory,report,json</source>
        <translation>describir,imagen,info,información,metadatos,bandas,resolución,valores,sin datos,modelo,sugerir,adecuado,tiempo,estimación,ventanas,teselas,memoria,informe,json</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>&lt;p&gt;Says, before anything is extracted, what Scarp sees in an image: bands and what they are taken for, values, nodata, ground resolution; which model suits it and why, which do not; and how long an extraction would take on this computer.&lt;/p&gt;&lt;p&gt;It is quick however large the image is: values and nodata are &lt;b&gt;estimates&lt;/b&gt; from overviews or, where there are none, from some of its blocks. The time is that of one tile, which is run through the model, times the number of tiles; it is measured once for each model and device until QGIS is closed.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Indica, antes de extraer nada, qué ve Scarp en una imagen: las bandas y por qué se toma cada una, los valores, los píxeles sin datos y la resolución sobre el terreno; qué modelo le conviene y por qué, y cuáles no; y cuánto tardaría una extracción en este equipo.&lt;/p&gt;&lt;p&gt;Es rápido por grande que sea la imagen: los valores y los píxeles sin datos son &lt;b&gt;estimaciones&lt;/b&gt; a partir de las vistas generales (pirámides) o, si no las hay, de algunos de sus bloques. El tiempo es el de una tesela, que se pasa por el modelo, multiplicado por el número de teselas; se mide una vez por modelo y dispositivo hasta que se cierra QGIS.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>A JSON object: &lt;i&gt;width&lt;/i&gt;, &lt;i&gt;height&lt;/i&gt;, &lt;i&gt;bands&lt;/i&gt;, &lt;i&gt;crs&lt;/i&gt;, &lt;i&gt;resolution_m&lt;/i&gt;, &lt;i&gt;working_resolution_m&lt;/i&gt;, &lt;i&gt;values&lt;/i&gt;, &lt;i&gt;nodata&lt;/i&gt;, &lt;i&gt;model&lt;/i&gt; (the one asked for), &lt;i&gt;suggested&lt;/i&gt;, &lt;i&gt;models&lt;/i&gt; (how each fits, and why), &lt;i&gt;work&lt;/i&gt; (windows, memory), &lt;i&gt;time&lt;/i&gt; (seconds, and what they are based on) and &lt;i&gt;warnings&lt;/i&gt;, among others.</source>
        <translation>Un objeto JSON: &lt;i&gt;width&lt;/i&gt;, &lt;i&gt;height&lt;/i&gt;, &lt;i&gt;bands&lt;/i&gt;, &lt;i&gt;crs&lt;/i&gt;, &lt;i&gt;resolution_m&lt;/i&gt;, &lt;i&gt;working_resolution_m&lt;/i&gt;, &lt;i&gt;values&lt;/i&gt;, &lt;i&gt;nodata&lt;/i&gt;, &lt;i&gt;model&lt;/i&gt; (el solicitado), &lt;i&gt;suggested&lt;/i&gt;, &lt;i&gt;models&lt;/i&gt; (en qué medida conviene cada uno y por qué), &lt;i&gt;work&lt;/i&gt; (ventanas, memoria), &lt;i&gt;time&lt;/i&gt; (segundos y en qué se basan) y &lt;i&gt;warnings&lt;/i&gt;, entre otros.</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Any raster that is read through GDAL, of any size.</source>
        <translation>Cualquier ráster que se lea mediante GDAL, de cualquier tamaño.</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>That the image is to be read for. &lt;i&gt;auto&lt;/i&gt; takes the one that &lt;i&gt;Extract landslides&lt;/i&gt; would.</source>
        <translation>Modelo para el que se lee la imagen. &lt;i&gt;auto&lt;/i&gt; toma el que usaría &lt;i&gt;Extraer deslizamientos&lt;/i&gt;.</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Bands</source>
        <translation>Bandas</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>The image's bands in the model's order. Empty finds them by their names and colours, else takes the first ones.</source>
        <translation>Bandas de la imagen en el orden del modelo. Vacío: se buscan por su nombre y color y, si no se encuentran, se toman las primeras.</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>That the time is measured on. &lt;i&gt;auto&lt;/i&gt; uses an NVIDIA graphics card where it works.</source>
        <translation>Dispositivo en el que se mide el tiempo. &lt;i&gt;auto&lt;/i&gt; usa una tarjeta gráfica NVIDIA si funciona.</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>CPU threads</source>
        <translation>Hilos de CPU</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>0 uses all cores.</source>
        <translation>0 usa todos los núcleos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>What was found as a page (.html) or as text (.txt).</source>
        <translation>Lo encontrado, como página (.html) o como texto (.txt).</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>Diagnose</source>
        <translation>Diagnosticar</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>Says which packages, device and proxy Scarp uses, what is missing, and what mends it.</source>
        <translation>Indica qué paquetes, dispositivo y proxy usa Scarp, qué falta y cómo remediarlo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>Setup</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>diagnose,diagnosis,packages,python,versions,onnxruntime,pytorch,torch,cuda,gpu,setup,report,bug,help</source>
        <translation>diagnosticar,diagnóstico,paquetes,python,versiones,onnxruntime,pytorch,torch,cuda,gpu,configuración,informe,error,ayuda</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>&lt;p&gt;Looks at everything that Scarp runs on: the Python of QGIS, the environment with the packages, ONNX Runtime and PyTorch, the NVIDIA card, the disk and the proxy. The text in the log ends with what to do; copy it when you report a problem. It holds no passwords.&lt;/p&gt;&lt;p&gt;Nothing is changed and nothing is sent.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Examina todo lo que Scarp necesita para funcionar: el Python de QGIS, el entorno con los paquetes, ONNX Runtime y PyTorch, la tarjeta NVIDIA, el disco y el proxy. El texto del registro termina con lo que hay que hacer; cópielo cuando informe de un problema. No contiene contraseñas.&lt;/p&gt;&lt;p&gt;No se cambia ni se envía nada.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>The diagnosis.</source>
        <translation>El diagnóstico.</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>For programs, as JSON: for &lt;i&gt;extraction&lt;/i&gt; and &lt;i&gt;training&lt;/i&gt; which packages are missing, whether it can run, and on what device (&lt;i&gt;cpu&lt;/i&gt; or &lt;i&gt;cuda&lt;/i&gt;); versions; the card.</source>
        <translation>Para programas, como JSON: para &lt;i&gt;extraction&lt;/i&gt; y &lt;i&gt;training&lt;/i&gt;, qué paquetes faltan, si puede ejecutarse y en qué dispositivo (&lt;i&gt;cpu&lt;/i&gt; o &lt;i&gt;cuda&lt;/i&gt;); versiones; la tarjeta.</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>The diagnosis as a page (.html) or as text (.txt).</source>
        <translation>El diagnóstico como página (.html) o como texto (.txt).</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>Diagnosis</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>State of the packages</source>
        <translation>Estado de los paquetes</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluate_extraction.py"/>
        <source>Evaluate extraction</source>
        <translation>Evaluar la extracción</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluate_extraction.py"/>
        <source>Scores an extraction against a reference, and maps what is correct, missed and false.</source>
        <translation>Puntúa una extracción frente a una referencia y cartografía lo correcto, lo omitido y lo falso.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluate_extraction.py"/>
        <source>{layer} – error map</source>
        <translation>{layer} – mapa de errores</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluate_extraction.py"/>
        <source>{layer} – errors</source>
        <translation>{layer} – errores</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Extraction</source>
        <translation>Extracción</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>What was extracted: polygons; or a raster, of probabilities, of 0 and 1 (1 is landslide), or of classes. It may come from any program.</source>
        <translation>Lo que se extrajo: polígonos, o un ráster de probabilidades, de 0 y 1 (1 es deslizamiento) o de clases. Puede proceder de cualquier programa.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Threshold</source>
        <translation>Umbral</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Of a probability raster: a pixel is landslide at or above it. Empty takes the one that the model recommends, which a raster of Scarp states, else 0.5. Polygons and masks need none.</source>
        <translation>De un ráster de probabilidad: un píxel es deslizamiento si alcanza o supera el umbral. Vacío: se toma el que recomienda el modelo, que figura en los rásteres de Scarp; si no, 0.5. Los polígonos y las máscaras no lo necesitan.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>What is true: polygons of all landslides; or a label raster of 1 (landslide), 0 (other) and 255 or nodata (unlabelled, left out). It may have another grid and coordinate system.</source>
        <translation>Lo verdadero: polígonos de todos los deslizamientos, o un ráster de etiquetas con 1 (deslizamiento), 0 (otro) y 255 o sin datos (sin etiquetar, se excluye). Puede tener otra cuadrícula y otro sistema de coordenadas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Area</source>
        <translation>Zona</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Polygons to compare in: where the reference is complete. What lies outside is left out.</source>
        <translation>Polígonos en los que se compara: donde la referencia está completa. Lo que queda fuera se excluye.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Extent</source>
        <translation>Extensión</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Rectangle to compare in. With an area too, what lies in both.</source>
        <translation>Rectángulo en el que se compara. Si hay también una zona, lo que está en ambos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>What was extracted from, or its probability raster: where it is nodata is left out, as is the black collar of an image that declares no nodata, and the report shows the errors on it. Polygons are compared on its pixels.</source>
        <translation>La imagen de la que se extrajo, o su ráster de probabilidad: donde no tiene datos se excluye, igual que el borde negro de una imagen que no declara valor sin datos, y el informe muestra los errores sobre ella. Los polígonos se comparan en sus píxeles.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Overlap (%)</source>
        <translation>Solape (%)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>A landslide is found, or an extracted one right, where the other layer covers this share of it.</source>
        <translation>Un deslizamiento está encontrado, o uno extraído es correcto, si la otra capa cubre esta parte de él.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Size classes (m²)</source>
        <translation>Clases de tamaño (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Limits between the classes of area that the scores by object are also given for, separated by commas. Empty: no classes.</source>
        <translation>Límites entre las clases de área para las que también se dan las métricas por objeto, separados por comas. Vacío: sin clases.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Resolution (m)</source>
        <translation>Resolución (m)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Size of the pixels, where both layers are polygons. Empty takes those of the image; without one, a tenth of the width of small landslides, or what gives a grid of 100 million pixels. Rasters are compared on their own pixels.</source>
        <translation>Tamaño de los píxeles si ambas capas son polígonos. Vacío: se toman los de la imagen; sin ella, una décima parte del ancho de los deslizamientos pequeños, o lo que dé una cuadrícula de 100 millones de píxeles. Los rásteres se comparan en sus propios píxeles.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Error map</source>
        <translation>Mapa de errores</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>GeoTIFF: 1 correct (green), 2 missed (red), 3 false (blue), 0 right background, 255 not compared.</source>
        <translation>GeoTIFF: 1 correcto (verde), 2 omitido (rojo), 3 falso (azul), 0 fondo correcto, 255 no comparado.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Error polygons</source>
        <translation>Polígonos de errores</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>The same as polygons, with the fields &lt;i&gt;kind&lt;/i&gt; (correct, missed, false) and &lt;i&gt;area_m2&lt;/i&gt; (ellipsoidal).</source>
        <translation>Lo mismo como polígonos, con los campos &lt;i&gt;kind&lt;/i&gt; (correct, missed, false) y &lt;i&gt;area_m2&lt;/i&gt; (elipsoidal).</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>HTML files (*.html)</source>
        <translation>Archivos HTML (*.html)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>All scores and a picture of the errors, as one HTML page.</source>
        <translation>Todas las métricas y una imagen de los errores, en un solo archivo HTML.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Numbers</source>
        <translation>Valores</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>JSON files (*.json)</source>
        <translation>Archivos JSON (*.json)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>All scores as a JSON file, for other programs; what is not defined is null.</source>
        <translation>Todas las métricas como archivo JSON, para otros programas; lo no definido es null.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>By pixel. Liu et al. 2021, formula {number}.</source>
        <translation>Por píxel. Liu et al. 2021, fórmula {number}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Recall</source>
        <translation>Exhaustividad</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Overall accuracy</source>
        <translation>Exactitud global</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Mean IoU</source>
        <translation>IoU media</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>IoU of landslide</source>
        <translation>IoU de deslizamiento</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Correct pixels (TP)</source>
        <translation>Píxeles correctos (TP)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Landslide, extracted.</source>
        <translation>Deslizamiento, extraído.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>False pixels (FP)</source>
        <translation>Píxeles falsos (FP)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Extracted, but no landslide.</source>
        <translation>Extraído, pero no es deslizamiento.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Missed pixels (FN)</source>
        <translation>Píxeles omitidos (FN)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Landslide, but not extracted.</source>
        <translation>Deslizamiento, pero no extraído.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Right background pixels (TN)</source>
        <translation>Píxeles de fondo correctos (TN)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Neither.</source>
        <translation>Ninguna de las dos cosas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Correct area (m²)</source>
        <translation>Área correcta (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Ellipsoidal.</source>
        <translation>Elipsoidal.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Missed area (m²)</source>
        <translation>Área omitida (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>False area (m²)</source>
        <translation>Área falsa (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Landslides of the reference</source>
        <translation>Deslizamientos de la referencia</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>In what is compared.</source>
        <translation>En lo que se compara.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Landslides found</source>
        <translation>Deslizamientos encontrados</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Those of them that the extraction covers.</source>
        <translation>Los de la referencia que la extracción cubre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Extracted landslides</source>
        <translation>Deslizamientos extraídos</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Extracted landslides that are right</source>
        <translation>Deslizamientos extraídos correctos</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Those of them that the reference covers.</source>
        <translation>Los extraídos que la referencia cubre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Precision by object</source>
        <translation>Precisión por objeto</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Share of the extracted landslides that are right.</source>
        <translation>Proporción de los deslizamientos extraídos que son correctos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Recall by object</source>
        <translation>Exhaustividad por objeto</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Share of the landslides of the reference that are found.</source>
        <translation>Proporción de los deslizamientos de la referencia que se encontraron.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>F1 by object</source>
        <translation>F1 por objeto</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Harmonic mean of both.</source>
        <translation>Media armónica de ambas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>&lt;p&gt;Compares extracted landslides with a &lt;b&gt;reference&lt;/b&gt;, such as a visual interpretation or a field inventory: &lt;b&gt;scores&lt;/b&gt; by pixel, by object and by size, and a map of what is correct, missed and false.&lt;/p&gt;&lt;p&gt;By object, landslides are the polygons of a layer, or the connected pixels of a raster. Unlabelled pixels, nodata, and what lies outside the area are left out. A score that is not defined, such as precision where nothing was extracted, is no output. Give an area (or an image): without one, polygons are compared in the rectangle around both layers, on which overall accuracy and mean IoU depend.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Compara los deslizamientos extraídos con una &lt;b&gt;referencia&lt;/b&gt;, como una interpretación visual o un inventario de campo: &lt;b&gt;métricas&lt;/b&gt; por píxel, por objeto y por tamaño, y un mapa de lo correcto, lo omitido y lo falso.&lt;/p&gt;&lt;p&gt;Por objeto, los deslizamientos son los polígonos de una capa o los píxeles conectados de un ráster. Los píxeles sin etiquetar, los píxeles sin datos y lo que queda fuera de la zona se excluyen. Una métrica no definida, como la precisión cuando no se extrajo nada, no da resultado. Indique una zona (o una imagen): sin ella, los polígonos se comparan en el rectángulo que rodea ambas capas, del que dependen la exactitud global y la IoU media.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>landslide,landslides,evaluation,accuracy,assessment,validation,precision,recall,f1,iou,miou,confusion matrix,error map,reference,ground truth,inventory,quality,score,metrics</source>
        <translation>deslizamiento,deslizamientos,evaluación,exactitud,valoración,validación,precisión,exhaustividad,f1,iou,miou,matriz de confusión,mapa de errores,referencia,verdad terreno,inventario,calidad,puntuación,métricas</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>Extract landslides</source>
        <translation>Extraer deslizamientos</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>Maps landslides in an aerial or satellite image: their probability, and measured polygons.</source>
        <translation>Cartografía los deslizamientos en una imagen aérea o de satélite: su probabilidad y polígonos medidos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>Number of landslides</source>
        <translation>Número de deslizamientos</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>Area of all landslides (m²)</source>
        <translation>Área de todos los deslizamientos (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>Threshold used</source>
        <translation>Umbral utilizado</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>{scene} – classes</source>
        <translation>{scene} – clases</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>{scene} – landslide probability</source>
        <translation>{scene} – probabilidad de deslizamiento</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>{scene} – landslides</source>
        <translation>{scene} – deslizamientos</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Aerial, drone or satellite image taken after the event: any raster that is read through GDAL, of any size. Red, green and blue are found by themselves where the file names them.</source>
        <translation>Imagen aérea, de dron o de satélite tomada después del evento: cualquier ráster que se lea mediante GDAL, de cualquier tamaño. El rojo, el verde y el azul se encuentran solos si el archivo los nombra.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>&lt;i&gt;auto&lt;/i&gt; takes the bundled model that was made for the image's ground resolution and gives each pixel a probability. A model of instances, such as &lt;i&gt;maskrcnn&lt;/i&gt;, finds landslides one by one and keeps those that touch apart. &lt;i&gt;both&lt;/i&gt;, where &lt;i&gt;unet&lt;/i&gt; and &lt;i&gt;maskrcnn&lt;/i&gt; are there, takes the mean of their probabilities and keeps those apart that &lt;i&gt;maskrcnn&lt;/i&gt; does; it is the best and the slowest. &lt;i&gt;Install a model&lt;/i&gt; puts others into this list, and models of your own.</source>
        <translation>&lt;i&gt;auto&lt;/i&gt; toma el modelo incluido que se hizo para la resolución sobre el terreno de la imagen y da una probabilidad a cada píxel. Un modelo de instancias, como &lt;i&gt;maskrcnn&lt;/i&gt;, encuentra los deslizamientos uno a uno y mantiene separados los que se tocan. &lt;i&gt;both&lt;/i&gt;, si están &lt;i&gt;unet&lt;/i&gt; y &lt;i&gt;maskrcnn&lt;/i&gt;, toma la media de sus probabilidades y mantiene separados los que &lt;i&gt;maskrcnn&lt;/i&gt; separa; es el mejor y el más lento. &lt;i&gt;Instalar un modelo&lt;/i&gt; añade otros a esta lista, también modelos propios.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Polygons to work in. Only what lies in them is worked on, so a small area is done soon; outside, the probability is nodata.</source>
        <translation>Polígonos en los que se trabaja. Solo se procesa lo que está dentro de ellos, así que una zona pequeña se termina pronto; fuera, la probabilidad queda sin datos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Rectangle to work in. With an area too, what lies in both.</source>
        <translation>Rectángulo en el que se trabaja. Si hay también una zona, lo que está en ambos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>A pixel is landslide where its probability is the threshold or more. &lt;i&gt;recommended&lt;/i&gt;: the value at which the model did best when it was made; &lt;i&gt;otsu&lt;/i&gt;: the value that parts this image's probabilities best in two; &lt;i&gt;fixed&lt;/i&gt;: the value below.</source>
        <translation>Un píxel es deslizamiento si su probabilidad alcanza o supera el umbral. &lt;i&gt;recommended&lt;/i&gt;: el valor con el que el modelo dio mejor resultado cuando se hizo; &lt;i&gt;otsu&lt;/i&gt;: el valor que mejor divide en dos las probabilidades de esta imagen; &lt;i&gt;fixed&lt;/i&gt;: el valor de abajo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Fixed threshold</source>
        <translation>Umbral fijo</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>0 to 1, for &lt;i&gt;fixed&lt;/i&gt;. A higher one finds fewer landslides and fewer false ones.</source>
        <translation>De 0 a 1, para &lt;i&gt;fixed&lt;/i&gt;. Uno más alto encuentra menos deslizamientos y menos falsos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Smallest score</source>
        <translation>Puntuación mínima</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>For models of instances, 0 to 1: how sure the model must be of a landslide to take it. A higher one finds fewer landslides and fewer false ones. Empty takes the model's own. A pixel's probability is the score times that of the outline, so a score below the threshold finds nothing more.</source>
        <translation>Para modelos de instancias, de 0 a 1: lo seguro que debe estar el modelo de un deslizamiento para tomarlo. Una más alta encuentra menos deslizamientos y menos falsos. Vacío: se toma la del modelo. La probabilidad de un píxel es la puntuación por la del contorno, así que una puntuación inferior al umbral no encuentra nada más.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Smallest landslide (m²)</source>
        <translation>Deslizamiento más pequeño (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Smaller ones are left out; of a landslide that a model of instances finds in several parts, smaller parts too. 0 keeps all.</source>
        <translation>Los más pequeños se descartan; de un deslizamiento que un modelo de instancias encuentra en varias partes, también las partes más pequeñas. 0 los conserva todos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Smallest hole (m²)</source>
        <translation>Hueco más pequeño (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Smaller holes in a landslide are filled. 0 keeps all.</source>
        <translation>Los huecos más pequeños dentro de un deslizamiento se rellenan. 0 los conserva todos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Simplify outlines by (m)</source>
        <translation>Simplificar contornos (m)</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>How far an outline may leave the pixel edges to become smoother. 0 follows them exactly. Landslides that touch may then overlap by as much.</source>
        <translation>Cuánto puede apartarse un contorno de los bordes de los píxeles para ser más suave. 0 los sigue exactamente. Los deslizamientos que se tocan pueden entonces solaparse en esa medida.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Elevation model</source>
        <translation>Modelo de elevaciones</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Heights in metres. With it, each landslide gets its mean slope, highest and lowest point and relief.</source>
        <translation>Altitudes en metros. Con él, cada deslizamiento obtiene su pendiente media, sus puntos más alto y más bajo y su relieve.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Model file</source>
        <translation>Archivo del modelo</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>A model as an .onnx file, made by Scarp or for Deepness. Goes before the model chosen above.</source>
        <translation>Un modelo como archivo .onnx, hecho por Scarp o para Deepness. Tiene preferencia sobre el modelo elegido arriba.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>The image's bands in the model's order, for most models red, green, blue. Empty finds them by their names and colours, else takes the first ones.</source>
        <translation>Bandas de la imagen en el orden del modelo; para la mayoría de los modelos, rojo, verde y azul. Vacío: se buscan por su nombre y color y, si no se encuentran, se toman las primeras.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Working ground resolution (m)</source>
        <translation>Resolución de trabajo sobre el terreno (m)</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Size of the pixels that are worked on. Empty takes the image's own, or the nearest that the model was made for: a drone image of 5 cm is read coarser, and takes no longer than its landslides need.</source>
        <translation>Tamaño de los píxeles con los que se trabaja. Vacío: se toma el de la imagen o el más próximo para el que se hizo el modelo: una imagen de dron de 5 cm se lee con menos detalle y no tarda más de lo que requieren sus deslizamientos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Darkest value</source>
        <translation>Valor más oscuro</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Pixel value that the model is to see as black. Empty: 8-bit images are taken as they are, others from the 2nd percentile of the image.</source>
        <translation>Valor de píxel que el modelo debe ver como negro. Vacío: las imágenes de 8 bits se toman tal cual; las demás, desde el percentil 2 de la imagen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Brightest value</source>
        <translation>Valor más claro</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Pixel value that the model is to see as white. Empty: as they are, or to the 98th percentile. Set both to treat several images of one sensor alike.</source>
        <translation>Valor de píxel que el modelo debe ver como blanco. Vacío: tal cual, o hasta el percentil 98. Establezca ambos para tratar por igual varias imágenes de un mismo sensor.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Pixels joined</source>
        <translation>Conectividad de los píxeles</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>&lt;i&gt;4&lt;/i&gt;: pixels that share an edge are one landslide; &lt;i&gt;8&lt;/i&gt;: also those that share a corner. With a model of instances, &lt;i&gt;Extract landslides&lt;/i&gt; goes by what the model says.</source>
        <translation>&lt;i&gt;4&lt;/i&gt;: los píxeles que comparten un lado son un solo deslizamiento; &lt;i&gt;8&lt;/i&gt;: también los que comparten una esquina. Con un modelo de instancias, &lt;i&gt;Extraer deslizamientos&lt;/i&gt; se guía por lo que dice el modelo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Other classes veto landslides</source>
        <translation>Otras clases vetan los deslizamientos</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>For models that also know cloud, road, water and the like: where another class (background is none) is more probable than landslide, the landslide's probability is lowered to below the threshold, by as much as the other class is above it. Another threshold tried later asks for a greater lead over the other classes, or forgives a small one of theirs. With &lt;i&gt;otsu&lt;/i&gt;, the model's own threshold counts here. Models of one class and models of instances have nothing to veto.</source>
        <translation>Para modelos que también conocen nubes, carreteras, agua y similares: donde otra clase (el fondo no cuenta) es más probable que el deslizamiento, la probabilidad de este se rebaja por debajo del umbral tanto como la otra clase lo supera. Otro umbral probado más tarde exige mayor ventaja sobre las otras clases, o perdona una pequeña ventaja de estas. Con &lt;i&gt;otsu&lt;/i&gt; cuenta aquí el umbral propio del modelo. Los modelos de una sola clase y los de instancias no tienen nada que vetar.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Overlap of tiles (%)</source>
        <translation>Solape de las teselas (%)</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>The image is worked on in overlapping tiles, which are blended; what models of instances find of a landslide in several tiles is merged by what they overlap in, so with 0 it is not. More is smoother and slower. Empty takes {semantic:g}, for models of instances {instance:g}.</source>
        <translation>La imagen se procesa en teselas solapadas que se funden entre sí; lo que los modelos de instancias encuentran de un deslizamiento en varias teselas se une por aquello en que se solapa, de modo que con 0 no se une. Cuanto mayor, más suave y más lento. Vacío: {semantic:g}; para modelos de instancias, {instance:g}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Tiles at once</source>
        <translation>Teselas a la vez</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>0 suits the device. Fewer need less memory. Models of instances take one.</source>
        <translation>0 se adapta al dispositivo. Con menos se necesita menos memoria. Los modelos de instancias toman una.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>&lt;i&gt;auto&lt;/i&gt; uses an NVIDIA graphics card where it works. The log says what was used.</source>
        <translation>&lt;i&gt;auto&lt;/i&gt; usa una tarjeta gráfica NVIDIA si funciona. El registro indica qué se usó.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Landslide probability</source>
        <translation>Probabilidad de deslizamiento</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>GeoTIFF of 0 to 1 (stored as 0 to 100 per cent, nodata 255), so that another threshold needs no second run of the model. (It does with a model of instances: the raster does not tell landslides that touch apart.) Its style lies beside it.</source>
        <translation>GeoTIFF de 0 a 1 (guardado como 0 a 100 por ciento, sin datos 255), de modo que otro umbral no requiere ejecutar de nuevo el modelo. (Sí lo requiere con un modelo de instancias: el ráster no distingue los deslizamientos que se tocan.) Su estilo está junto a él.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Classes</source>
        <translation>Clases</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>GeoTIFF of the class that is most probable at each pixel, of those at or above the threshold: 1, 2 and so on in the model's order (of equals the first), 0 none, 255 nodata, with names and colours. The threshold of the landslides holds for all classes. No veto is applied. Models of instances have none.</source>
        <translation>GeoTIFF de la clase más probable en cada píxel, entre las que alcanzan o superan el umbral: 1, 2, etc. en el orden del modelo (si hay empate, la primera), 0 ninguna, 255 sin datos, con nombres y colores. El umbral de los deslizamientos vale para todas las clases. No se aplica ningún veto. Los modelos de instancias no lo tienen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Polygons with area, perimeter, length, width, elongation, orientation, mean and highest probability, position, model, threshold and image; with an elevation model also slope and relief; with a model of instances also the score (empty where only the other of both models finds it). Areas and lengths are ellipsoidal.</source>
        <translation>Polígonos con área, perímetro, longitud, ancho, elongación, orientación, probabilidad media y máxima, posición, modelo, umbral e imagen; con un modelo de elevaciones, también pendiente y relieve; con un modelo de instancias, también la puntuación (vacía si solo lo encuentra el otro de los dos modelos). Las áreas y longitudes son elipsoidales.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>&lt;p&gt;Finds landslides in an aerial, drone or satellite image with a neural network. It gives the &lt;b&gt;probability&lt;/b&gt; of a landslide at every pixel, and the &lt;b&gt;landslides&lt;/b&gt; as measured polygons where the probability reaches a threshold.&lt;/p&gt;&lt;p&gt;Nodata stays nodata. The image may be larger than memory. What was chosen for you (bands, values, resolution, device, threshold) is in the log. A run that fails or is cancelled leaves nothing behind.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Encuentra deslizamientos en una imagen aérea, de dron o de satélite con una red neuronal. Da la &lt;b&gt;probabilidad&lt;/b&gt; de deslizamiento en cada píxel, y los &lt;b&gt;deslizamientos&lt;/b&gt; como polígonos medidos donde la probabilidad alcanza un umbral.&lt;/p&gt;&lt;p&gt;Lo que no tiene datos sigue sin datos. La imagen puede ser mayor que la memoria. Lo que se eligió por usted (bandas, valores, resolución, dispositivo, umbral) figura en el registro. Una ejecución que falla o se cancela no deja nada.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>How many there are; each is a feature of the layer.</source>
        <translation>Cuántos hay; cada uno es un objeto espacial de la capa.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Their area together, in square metres.</source>
        <translation>El área de todos juntos, en metros cuadrados.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>The probability from which a pixel is landslide.</source>
        <translation>La probabilidad a partir de la cual un píxel es deslizamiento.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>landslide,landslides,mass movement,debris flow,rockfall,slope,scarp,inventory,mapping,detection,extraction,segmentation,semantic,instance,classification,deep learning,machine learning,neural network,ai,unet,u-net,mask r-cnn,maskrcnn,onnx,probability,hazard,disaster,earthquake,rainfall,event,remote sensing,aerial,drone,uav,satellite,sentinel</source>
        <translation>deslizamiento,deslizamientos,movimiento en masa,remoción en masa,flujo de detritos,desprendimiento de rocas,ladera,escarpe,inventario,cartografía,detección,extracción,segmentación,semántica,instancia,clasificación,aprendizaje profundo,aprendizaje automático,red neuronal,ia,unet,u-net,mask r-cnn,maskrcnn,onnx,probabilidad,peligro,desastre,terremoto,lluvia,evento,teledetección,aérea,dron,uav,satélite,sentinel</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Install a model</source>
        <translation>Instalar un modelo</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Puts a model, from a file or an address, into the list of Extract landslides.</source>
        <translation>Añade un modelo, desde un archivo o una dirección, a la lista de Extraer deslizamientos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>install,model,onnx,download,fetch,add,weights,network,mask r-cnn,maskrcnn,sha256,checksum,offline</source>
        <translation>instalar,modelo,onnx,descargar,obtener,añadir,pesos,red,mask r-cnn,maskrcnn,sha256,suma de verificación,sin conexión</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>&lt;p&gt;Puts a model into the folder &lt;i&gt;scarp/models&lt;/i&gt; of your QGIS profile. &lt;i&gt;Extract landslides&lt;/i&gt; then lists it by its name. Give either a file or an address.&lt;/p&gt;&lt;p&gt;The model is put in place when it is complete, has the SHA-256 that was given, and says how it is to be used (the metadata of Scarp or Deepness). A run that fails or is cancelled leaves what was there before. What is fetched goes through QGIS's network settings, proxy and certificates included.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Coloca un modelo en la carpeta &lt;i&gt;scarp/models&lt;/i&gt; de su perfil de QGIS. &lt;i&gt;Extraer deslizamientos&lt;/i&gt; lo muestra después por su nombre. Indique un archivo o una dirección.&lt;/p&gt;&lt;p&gt;El modelo se coloca en su sitio cuando está completo, tiene el SHA-256 indicado y dice cómo debe usarse (los metadatos de Scarp o Deepness). Una ejecución que falla o se cancela deja lo que había antes. Lo que se descarga pasa por la configuración de red de QGIS, incluidos el proxy y los certificados.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>The file among your models.</source>
        <translation>El archivo entre sus modelos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>By which &lt;i&gt;Extract landslides&lt;/i&gt; lists it.</source>
        <translation>Con el que lo muestra &lt;i&gt;Extraer deslizamientos&lt;/i&gt;.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Authentication</source>
        <translation>Autenticación</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>A model on this computer, an .onnx file made by Scarp or for Deepness. It is copied.</source>
        <translation>Un modelo en este equipo: un archivo .onnx hecho por Scarp o para Deepness. Se copia.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Or address of the model</source>
        <translation>O dirección del modelo</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Where it is fetched from: https://, http:// or file://. Needs the SHA-256.</source>
        <translation>De dónde se descarga: https://, http:// o file://. Requiere el SHA-256.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>The fingerprint that stands where the model is offered: 64 digits, or a line that &lt;i&gt;sha256sum&lt;/i&gt; writes. A file of another fingerprint is refused. May be left out for a file on this computer.</source>
        <translation>La huella que figura donde se ofrece el modelo: 64 dígitos, o una línea que escribe &lt;i&gt;sha256sum&lt;/i&gt;. Un archivo con otra huella se rechaza. Puede omitirse para un archivo en este equipo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Name of the model</source>
        <translation>Nombre del modelo</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>By which &lt;i&gt;Extract landslides&lt;/i&gt; lists it. Empty takes the file's name without its ending.</source>
        <translation>Con el que lo muestra &lt;i&gt;Extraer deslizamientos&lt;/i&gt;. Vacío: se toma el nombre del archivo sin la extensión.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Replace a model of that name</source>
        <translation>Reemplazar un modelo con ese nombre</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Unless this is set, another model of that name stays, and this one is not installed.</source>
        <translation>Si no se marca, otro modelo con ese nombre se queda y este no se instala.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>One of the authentications that QGIS keeps, for an address that asks for one.</source>
        <translation>Una de las autenticaciones que guarda QGIS, para una dirección que la pida.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Install packages</source>
        <translation>Instalar paquetes</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Installs what QGIS does not bring: ONNX Runtime for extraction, PyTorch for training.</source>
        <translation>Instala lo que QGIS no trae: ONNX Runtime para la extracción, PyTorch para el entrenamiento.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>install,packages,pip,python,dependencies,onnxruntime,pytorch,torch,cuda,gpu,environment,setup,offline</source>
        <translation>instalar,paquetes,pip,python,dependencias,onnxruntime,pytorch,torch,cuda,gpu,entorno,configuración,sin conexión</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>&lt;p&gt;Installs the packages that Scarp needs beyond QGIS into an environment of its own in your QGIS profile. QGIS's own Python packages, &lt;b&gt;NumPy&lt;/b&gt; and &lt;b&gt;GDAL&lt;/b&gt; among them, are used as they are and never replaced.&lt;/p&gt;&lt;p&gt;The packages are put in place when all of them load; a run that fails or is cancelled leaves what was there before. The proxy and pip's own settings are those of QGIS and of your user.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Instala los paquetes que Scarp necesita además de QGIS en un entorno propio dentro de su perfil de QGIS. Los paquetes Python del propio QGIS, entre ellos &lt;b&gt;NumPy&lt;/b&gt; y &lt;b&gt;GDAL&lt;/b&gt;, se usan tal como están y nunca se reemplazan.&lt;/p&gt;&lt;p&gt;Los paquetes se colocan en su sitio cuando todos se cargan; una ejecución que falla o se cancela deja lo que había antes. El proxy y los ajustes de pip son los de QGIS y los de su usuario.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Where the packages are.</source>
        <translation>Dónde están los paquetes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>What is installed, with QGIS's NumPy and GDAL: name and version, one a line.</source>
        <translation>Lo que está instalado, con el NumPy y el GDAL de QGIS: nombre y versión, uno por línea.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Folder of wheels</source>
        <translation>Carpeta de archivos wheel</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Package index</source>
        <translation>Índice de paquetes</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Packages for</source>
        <translation>Paquetes para</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>&lt;i&gt;extraction&lt;/i&gt;: ONNX Runtime, and matplotlib for charts; less than 0.3 GB, with CUDA about 2 GB. &lt;i&gt;training&lt;/i&gt;: also PyTorch; 1 to 7 GB.</source>
        <translation>&lt;i&gt;extraction&lt;/i&gt;: ONNX Runtime, y matplotlib para los gráficos; menos de 0.3 GB, con CUDA unos 2 GB. &lt;i&gt;training&lt;/i&gt;: también PyTorch; de 1 a 7 GB.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>&lt;i&gt;auto&lt;/i&gt; takes the builds for CUDA where there is an NVIDIA card, and those for the CPU elsewhere. The builds for CUDA run on the CPU too.</source>
        <translation>&lt;i&gt;auto&lt;/i&gt; toma las compilaciones para CUDA si hay una tarjeta NVIDIA, y las de CPU en los demás casos. Las compilaciones para CUDA también funcionan en la CPU.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>For computers without a network: a folder of wheels (.whl) to install from. If some are missing, the message gives the command that fetches them elsewhere.</source>
        <translation>Para equipos sin red: una carpeta de archivos wheel (.whl) desde la que instalar. Si faltan algunos, el mensaje da la orden que los descarga en otro equipo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Address of a package index, asked instead of the one that pip is configured to (pypi.org unless pip.conf or PIP_INDEX_URL say otherwise). One of PyTorch's, https://download.pytorch.org/whl/..., is used for PyTorch only; without it, the one for the device is chosen.</source>
        <translation>Dirección de un índice de paquetes, que se consulta en lugar del configurado en pip (pypi.org, salvo que pip.conf o PIP_INDEX_URL digan otra cosa). Uno de los de PyTorch, https://download.pytorch.org/whl/..., se usa solo para PyTorch; sin él se elige el del dispositivo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Folder of the packages</source>
        <translation>Carpeta de los paquetes</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Polygons: those of Extract landslides, or any others. A multipolygon is one landslide. Areas are measured from the outlines, which are repaired where they cross themselves; fields are not needed.</source>
        <translation>Polígonos: los de Extraer deslizamientos o cualesquiera otros. Un multipolígono es un deslizamiento. Las áreas se miden sobre los contornos, que se reparan donde se cruzan; no se necesitan campos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Mapped area</source>
        <translation>Zona cartografiada</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Polygons in which landslides were looked for. The density is of this area, and only landslides whose centroid lies in it are in the statistics. Without area, extent and image, it is of the convex hull of the landslides.</source>
        <translation>Polígonos en los que se buscaron deslizamientos. La densidad es la de esta zona, y solo entran en las estadísticas los deslizamientos cuyo centroide está en ella. Sin zona, extensión ni imagen, es la de la envolvente convexa de los deslizamientos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Rectangle in which landslides were looked for. With an area too, what lies in both.</source>
        <translation>Rectángulo en el que se buscaron deslizamientos. Si hay también una zona, lo que está en ambos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>What the landslides were mapped from: where it is not nodata is the mapped area. With an area or extent too, what lies in both.</source>
        <translation>Aquello a partir de lo cual se cartografiaron los deslizamientos: la zona cartografiada es donde tiene datos. Si hay también una zona o una extensión, lo que está en ambas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Heights in metres, for the slope and aspect of the landslides. It may have any ground resolution and coordinate system.</source>
        <translation>Altitudes en metros, para la pendiente y la orientación de los deslizamientos. Puede tener cualquier resolución sobre el terreno y cualquier sistema de coordenadas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Limits between classes of area, separated by commas, such as 100, 1000, 10000. Empty takes the powers of ten.</source>
        <translation>Límites entre las clases de área, separados por comas, por ejemplo 100, 1000, 10000. Vacío: se toman las potencias de diez.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Samples for the p-value</source>
        <translation>Muestras para el valor p</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Random samples by which it is told whether the tail is a power law at all; 100 give the p-value to about 0.05, 2500 to 0.01. 0 for none, which is faster.</source>
        <translation>Muestras aleatorias con las que se determina si la cola es realmente una ley de potencia; 100 dan el valor p con un margen de 0.05, 2500 con 0.01. 0 para ninguna, que es más rápido.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Statistics and charts as one HTML page that needs nothing else.</source>
        <translation>Estadísticas y gráficos en una sola página HTML que no necesita nada más.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>CSV files (*.csv)</source>
        <translation>Archivos CSV (*.csv)</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>A row for each size class and one for all landslides, for a spreadsheet: number, area, shares, density and frequency density.</source>
        <translation>Una fila por clase de tamaño y otra para todos los deslizamientos, para una hoja de cálculo: número, área, proporciones, densidad y densidad de frecuencia.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>In the mapped area.</source>
        <translation>En la zona cartografiada.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Total area (m²)</source>
        <translation>Área total (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Ellipsoidal, of all landslides together.</source>
        <translation>Elipsoidal, de todos los deslizamientos juntos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Largest area (m²)</source>
        <translation>Área máxima (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Of one landslide.</source>
        <translation>De un deslizamiento.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Landslides per km²</source>
        <translation>Deslizamientos por km²</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Of the mapped area.</source>
        <translation>De la zona cartografiada.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Share of the area</source>
        <translation>Proporción del área</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Area of the landslides in the mapped area, 0 to 1.</source>
        <translation>Área de los deslizamientos en la zona cartografiada, de 0 a 1.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Exponent of the tail</source>
        <translation>Exponente de la cola</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>The frequency density of large landslides falls with this power of their area. Clauset et al. 2009.</source>
        <translation>La densidad de frecuencia de los deslizamientos grandes decrece con esta potencia de su área. Clauset et al. 2009.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Standard error of the exponent</source>
        <translation>Error estándar del exponente</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Of the fit.</source>
        <translation>Del ajuste.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Smallest area of the tail (m²)</source>
        <translation>Área mínima de la cola (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>From here on the power law holds.</source>
        <translation>A partir de aquí se cumple la ley de potencia.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Rollover (m²)</source>
        <translation>Rollover (área modal, m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>The most frequent area. Malamud et al. 2004.</source>
        <translation>El área más frecuente. Malamud et al. 2004.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>&lt;p&gt;Describes an inventory of landslides: their &lt;b&gt;number, area and density&lt;/b&gt;; how frequent which area is, on logarithmic axes, with the fitted &lt;b&gt;power-law tail&lt;/b&gt; and &lt;b&gt;rollover&lt;/b&gt;; classes of size; and with an elevation model &lt;b&gt;slope&lt;/b&gt; and a &lt;b&gt;rose of aspects&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;Tail and rollover are fitted by maximum likelihood to 50 landslides or more. What cannot be told is no output, and the report says why. To describe some of the landslides, select them, and tick &lt;i&gt;Selected features only&lt;/i&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Describe un inventario de deslizamientos: su &lt;b&gt;número, área y densidad&lt;/b&gt;; la frecuencia de cada área, en ejes logarítmicos, con la &lt;b&gt;cola de ley de potencia&lt;/b&gt; y el &lt;b&gt;rollover&lt;/b&gt; ajustados; las clases de tamaño; y, con un modelo de elevaciones, la &lt;b&gt;pendiente&lt;/b&gt; y una &lt;b&gt;rosa de orientaciones&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;La cola y el rollover se ajustan por máxima verosimilitud a partir de 50 deslizamientos. Lo que no puede determinarse no da resultado, y el informe dice por qué. Para describir solo algunos deslizamientos, selecciónelos y marque &lt;i&gt;Objetos seleccionados solamente&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>landslide,landslides,inventory,statistics,report,area,density,size distribution,frequency,magnitude,power law,rollover,inverse gamma,slope,aspect,rose,histogram</source>
        <translation>deslizamiento,deslizamientos,inventario,estadísticas,informe,área,densidad,distribución de tamaños,frecuencia,magnitud,ley de potencia,rollover,gamma inversa,pendiente,orientación,rosa,histograma</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_report.py"/>
        <source>Inventory report</source>
        <translation>Informe del inventario</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_report.py"/>
        <source>Describes an inventory of landslides: number, areas, density, size distribution and aspect.</source>
        <translation>Describe un inventario de deslizamientos: número, áreas, densidad, distribución de tamaños y orientación.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>The image that the ROIs were drawn on. The labels get its pixels; where it is nodata, nothing is labelled.</source>
        <translation>La imagen sobre la que se dibujaron las ROI. Las etiquetas reciben sus píxeles; donde no tiene datos, no se etiqueta nada.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>ROIs</source>
        <translation>ROI</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Layers of polygons, in any coordinate system; edits that are not saved yet count too. Without a class field all are landslide, but for layers that are named as background.</source>
        <translation>Capas de polígonos, en cualquier sistema de coordenadas; los cambios aún sin guardar también cuentan. Sin campo de clase, todas son deslizamiento, salvo las capas cuyo nombre indica fondo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Class field</source>
        <translation>Campo de clase</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Name of the field that holds the class: &lt;i&gt;landslide&lt;/i&gt; or 1, &lt;i&gt;background&lt;/i&gt; or 0, or other classes such as &lt;i&gt;river&lt;/i&gt;. A value map is understood. Empty: all ROIs are landslide.</source>
        <translation>Nombre del campo que contiene la clase: &lt;i&gt;landslide&lt;/i&gt; o 1, &lt;i&gt;background&lt;/i&gt; o 0, u otras clases como &lt;i&gt;river&lt;/i&gt;. Se entiende un mapa de valor. Vacío: todas las ROI son deslizamiento.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>What no ROI covers</source>
        <translation>Lo que no cubre ninguna ROI</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>&lt;i&gt;background&lt;/i&gt;: you have drawn every landslide, so all else is none; &lt;i&gt;unlabelled&lt;/i&gt;: it is not known, and left out. &lt;i&gt;auto&lt;/i&gt;: unlabelled if there are ROIs of background, else background.</source>
        <translation>&lt;i&gt;background&lt;/i&gt;: ha dibujado todos los deslizamientos, así que el resto no lo es; &lt;i&gt;unlabelled&lt;/i&gt;: no se sabe y se excluye. &lt;i&gt;auto&lt;/i&gt;: sin etiquetar si hay ROI de fondo; si no, fondo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Names of background</source>
        <translation>Nombres del fondo</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Values of the class field that mean background, with commas between them. &lt;i&gt;background&lt;/i&gt; always does.</source>
        <translation>Valores del campo de clase que significan fondo, separados por comas. &lt;i&gt;background&lt;/i&gt; siempre lo significa.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Names of the classes in the order of their numbers, with commas between them, so that several images get the same numbers. Landslide is always 1. Empty: by the alphabet.</source>
        <translation>Nombres de las clases en el orden de sus números, separados por comas, para que varias imágenes reciban los mismos números. El deslizamiento es siempre 1. Vacío: por orden alfabético.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Bands of the image that the label raster gets. Empty: all but alpha.</source>
        <translation>Bandas de la imagen que recibe el ráster de etiquetas. Vacío: todas menos alfa.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Labels</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>GeoTIFF of one Byte band with the labels alone, in the colours of the classes. Its style lies beside it.</source>
        <translation>GeoTIFF de una banda Byte solo con las etiquetas, en los colores de las clases. Su estilo está junto a él.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Label raster</source>
        <translation>Ráster de etiquetas</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>GeoTIFF of the image's bands, as they are, and the labels as last band, to train on here or elsewhere.</source>
        <translation>GeoTIFF de las bandas de la imagen, tal como son, y las etiquetas como última banda, para entrenar con él aquí o en otro lugar.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>&lt;p&gt;Turns ROIs – polygons that you have drawn on landslides and, if you like, on what is none – into &lt;b&gt;labels&lt;/b&gt; on the image's own pixels, and into a &lt;b&gt;label raster&lt;/b&gt;: the image with the labels as its last band, which is described &lt;i&gt;mask&lt;/i&gt;.&lt;/p&gt;&lt;p&gt;0 is background, 1 landslide, 2 and above other classes; 255 is unlabelled, which training and scores leave out, as they do with nodata. A pixel belongs to an ROI if its centre does. Where ROIs of several classes overlap, landslide goes before the others, and background comes last.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Convierte las ROI –polígonos que ha dibujado sobre deslizamientos y, si lo desea, sobre lo que no lo es– en &lt;b&gt;etiquetas&lt;/b&gt; sobre los propios píxeles de la imagen, y en un &lt;b&gt;ráster de etiquetas&lt;/b&gt;: la imagen con las etiquetas como última banda, cuya descripción es &lt;i&gt;mask&lt;/i&gt;.&lt;/p&gt;&lt;p&gt;0 es fondo, 1 deslizamiento, 2 y superiores otras clases; 255 es sin etiquetar, que el entrenamiento y las métricas excluyen, igual que los píxeles sin datos. Un píxel pertenece a una ROI si su centro está en ella. Donde se solapan ROI de varias clases, el deslizamiento va antes que las demás y el fondo va al final.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>How many pixels are landslide.</source>
        <translation>Cuántos píxeles son deslizamiento.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Pixels of each class by its name, as JSON.</source>
        <translation>Píxeles de cada clase por su nombre, como JSON.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>How many are background.</source>
        <translation>Cuántos son fondo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>How many are unlabelled or nodata.</source>
        <translation>Cuántos están sin etiquetar o sin datos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/list_models.py"/>
        <source>List models</source>
        <translation>Listar modelos</translation>
    </message>
    <message>
        <location filename="../../algorithms/list_models.py"/>
        <source>Says which models can be chosen, and what each was made with and for.</source>
        <translation>Indica qué modelos pueden elegirse, y con qué y para qué se hizo cada uno.</translation>
    </message>
    <message>
        <location filename="../../algorithms/list_models.py"/>
        <source>list,models,model,card,onnx,scores,classes,bands,resolution,threshold,installed,bundled,json</source>
        <translation>listar,modelos,modelo,ficha,onnx,métricas,clases,bandas,resolución,umbral,instalado,incluido,json</translation>
    </message>
    <message>
        <location filename="../../algorithms/list_models.py"/>
        <source>&lt;p&gt;Lists the models that &lt;i&gt;Extract landslides&lt;/i&gt; can be run with: those that come with Scarp, and your own, which &lt;i&gt;Train a model&lt;/i&gt; and &lt;i&gt;Install a model&lt;/i&gt; have put into the folder &lt;i&gt;scarp/models&lt;/i&gt; of your QGIS profile. Only what the files state about themselves is read, and no package is needed.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Lista los modelos con los que puede ejecutarse &lt;i&gt;Extraer deslizamientos&lt;/i&gt;: los que vienen con Scarp y los propios, que &lt;i&gt;Entrenar un modelo&lt;/i&gt; e &lt;i&gt;Instalar un modelo&lt;/i&gt; han colocado en la carpeta &lt;i&gt;scarp/models&lt;/i&gt; de su perfil de QGIS. Solo se lee lo que los archivos dicen de sí mismos, y no se necesita ningún paquete.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/list_models.py"/>
        <source>A JSON list with an object for each model: &lt;i&gt;name&lt;/i&gt;, &lt;i&gt;path&lt;/i&gt;, &lt;i&gt;bundled&lt;/i&gt;, &lt;i&gt;size_bytes&lt;/i&gt;, &lt;i&gt;card&lt;/i&gt; (a file that says more; may be empty) and &lt;i&gt;error&lt;/i&gt; (why it cannot be used; empty where it can), and, unless there is an error, &lt;i&gt;kind&lt;/i&gt;, &lt;i&gt;network&lt;/i&gt;, &lt;i&gt;classes&lt;/i&gt;, &lt;i&gt;bands&lt;/i&gt;, &lt;i&gt;resolution_m&lt;/i&gt;, &lt;i&gt;tile_size&lt;/i&gt;, &lt;i&gt;threshold&lt;/i&gt;, &lt;i&gt;score&lt;/i&gt;, &lt;i&gt;training&lt;/i&gt;, &lt;i&gt;scores&lt;/i&gt; and &lt;i&gt;version&lt;/i&gt;.</source>
        <translation>Una lista JSON con un objeto por modelo: &lt;i&gt;name&lt;/i&gt;, &lt;i&gt;path&lt;/i&gt;, &lt;i&gt;bundled&lt;/i&gt;, &lt;i&gt;size_bytes&lt;/i&gt;, &lt;i&gt;card&lt;/i&gt; (un archivo que dice más; puede estar vacío) y &lt;i&gt;error&lt;/i&gt; (por qué no puede usarse; vacío si puede) y, salvo que haya un error, &lt;i&gt;kind&lt;/i&gt;, &lt;i&gt;network&lt;/i&gt;, &lt;i&gt;classes&lt;/i&gt;, &lt;i&gt;bands&lt;/i&gt;, &lt;i&gt;resolution_m&lt;/i&gt;, &lt;i&gt;tile_size&lt;/i&gt;, &lt;i&gt;threshold&lt;/i&gt;, &lt;i&gt;score&lt;/i&gt;, &lt;i&gt;training&lt;/i&gt;, &lt;i&gt;scores&lt;/i&gt; y &lt;i&gt;version&lt;/i&gt;.</translation>
    </message>
    <message>
        <location filename="../../algorithms/list_models.py"/>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Polygons after the event: those of Extract landslides, or any others. They may overlap.</source>
        <translation>Polígonos posteriores al evento: los de Extraer deslizamientos o cualesquiera otros. Pueden solaparse.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Image before the event</source>
        <translation>Imagen anterior al evento</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>May have another ground resolution, grid and coordinate system than the image after the event. The model is run on it around the landslides only.</source>
        <translation>Puede tener otra resolución sobre el terreno, otra cuadrícula y otro sistema de coordenadas que la imagen posterior al evento. El modelo se ejecuta sobre ella solo alrededor de los deslizamientos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Image after the event</source>
        <translation>Imagen posterior al evento</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>For the vegetation index and the alignment.</source>
        <translation>Para el índice de vegetación y la alineación.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Run on the image before the event: what it takes for a landslide there is old. &lt;i&gt;auto&lt;/i&gt; takes the bundled model that was made for the image's ground resolution; &lt;i&gt;none&lt;/i&gt; runs no model.</source>
        <translation>Se ejecuta sobre la imagen anterior al evento: lo que allí toma por deslizamiento es antiguo. &lt;i&gt;auto&lt;/i&gt; toma el modelo incluido que se hizo para la resolución sobre el terreno de la imagen; &lt;i&gt;none&lt;/i&gt; no ejecuta ningún modelo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Vegetation index</source>
        <translation>Índice de vegetación</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>A new landslide takes the vegetation away, so the index falls; where it does not, the ground was bare before, or the polygon is no landslide. &lt;i&gt;ndvi&lt;/i&gt;: (NIR − red) / (NIR + red). &lt;i&gt;green&lt;/i&gt;: the green-red vegetation index (green − red) / (green + red) (Tucker 1979; Motohka et al. 2010), for images without near infrared. &lt;i&gt;auto&lt;/i&gt;: ndvi if both images have a near-infrared band, else green. &lt;i&gt;none&lt;/i&gt;: set this where nothing grows, since new landslides would be taken for old ones.</source>
        <translation>Un deslizamiento nuevo se lleva la vegetación, así que el índice baja; donde no baja, el terreno ya estaba desnudo o el polígono no es un deslizamiento. &lt;i&gt;ndvi&lt;/i&gt;: (NIR − rojo) / (NIR + rojo). &lt;i&gt;green&lt;/i&gt;: el índice de vegetación verde-rojo (verde − rojo) / (verde + rojo) (Tucker 1979; Motohka et al. 2010), para imágenes sin infrarrojo cercano. &lt;i&gt;auto&lt;/i&gt;: ndvi si ambas imágenes tienen una banda de infrarrojo cercano; si no, green. &lt;i&gt;none&lt;/i&gt;: elíjalo donde no crece nada, ya que los deslizamientos nuevos se tomarían por antiguos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Heights in metres. With it, landslides that have no mean slope get it (field &lt;i&gt;slope_mean_deg&lt;/i&gt;).</source>
        <translation>Altitudes en metros. Con él, los deslizamientos que no tienen pendiente media la obtienen (campo &lt;i&gt;slope_mean_deg&lt;/i&gt;).</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Smallest mean slope (°)</source>
        <translation>Pendiente media mínima (°)</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>What lies flatter is no landslide: fields, river beds, building sites. Looks at the elevation model, or at the field &lt;i&gt;slope_mean_deg&lt;/i&gt; where the landslides have it. 0 for no limit, as for lateral spreads and earth flows on nearly level ground.</source>
        <translation>Lo que es más llano no es un deslizamiento: campos, lechos de río, obras. Se mira el modelo de elevaciones, o el campo &lt;i&gt;slope_mean_deg&lt;/i&gt; si los deslizamientos lo tienen. 0 para no poner límite, como con extensiones laterales y flujos de tierra en terreno casi llano.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>What was there before</source>
        <translation>Lo que había antes</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>&lt;i&gt;remove&lt;/i&gt;: is left out of the result. &lt;i&gt;flag&lt;/i&gt;: stays there, with 1 in the field &lt;i&gt;preexisting&lt;/i&gt;.</source>
        <translation>&lt;i&gt;remove&lt;/i&gt;: se excluye del resultado. &lt;i&gt;flag&lt;/i&gt;: se queda en él, con 1 en el campo &lt;i&gt;preexisting&lt;/i&gt;.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Probability before the event</source>
        <translation>Probabilidad antes del evento</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Landslide probability of the image before the event, if Extract landslides has made it already. The model is then not run again.</source>
        <translation>Probabilidad de deslizamiento de la imagen anterior al evento, si Extraer deslizamientos ya la ha hecho. Entonces no se vuelve a ejecutar el modelo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Threshold before the event</source>
        <translation>Umbral antes del evento</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Probability from which a pixel was landslide before. Empty takes the one that the model recommends.</source>
        <translation>Probabilidad a partir de la cual un píxel era antes deslizamiento. Vacío: se toma la que recomienda el modelo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Share that was landslide before (%)</source>
        <translation>Proporción que era deslizamiento antes (%)</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>A polygon was there before if at least so much of it was landslide before. The share of pixels says which part of the polygon is old, and asks each pixel only whether it reaches the threshold; the mean probability is near the threshold both where half of a polygon is certainly old and where the model is in doubt about all of it, and moves with every model. Lower it to take out landslides that have only grown, raise it to keep them.</source>
        <translation>Un polígono ya estaba antes si al menos esta parte de él era deslizamiento. La proporción de píxeles dice qué parte del polígono es antigua, y a cada píxel solo le pregunta si alcanza el umbral; la probabilidad media está cerca del umbral tanto si la mitad del polígono es antigua con seguridad como si el modelo duda de todo él, y varía con cada modelo. Bájela para eliminar deslizamientos que solo han crecido; súbala para conservarlos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Vegetation index lost, at least</source>
        <translation>Índice de vegetación perdido, al menos</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>By how much more than the ground around it the index must fall for a landslide to be new. The change of the ground around each polygon (the median of what lies in no polygon) is subtracted, since sun, haze, season and sensor change the whole image. Empty: {ndvi:g} for ndvi, {green:g} for green.</source>
        <translation>Cuánto más que en el terreno circundante debe bajar el índice para que un deslizamiento sea nuevo. Se resta el cambio del terreno alrededor de cada polígono (la mediana de lo que no está en ningún polígono), ya que el sol, la bruma, la estación y el sensor cambian la imagen entera. Vacío: {ndvi:g} para ndvi, {green:g} para green.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Evidence needed</source>
        <translation>Indicios necesarios</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Where both the probability and the vegetation index can be judged: &lt;i&gt;any&lt;/i&gt; of them is enough, or &lt;i&gt;all&lt;/i&gt; must say that the landslide was there before. The slope always decides alone.</source>
        <translation>Donde pueden juzgarse tanto la probabilidad como el índice de vegetación: &lt;i&gt;any&lt;/i&gt;, basta uno de ellos; &lt;i&gt;all&lt;/i&gt;, todos deben decir que el deslizamiento ya estaba antes. La pendiente siempre decide por sí sola.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Align the images</source>
        <translation>Alinear las imágenes</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Looks for a shift of up to 10 pixels between the images (phase correlation in up to 24 windows around the landslides). The image before the event is moved by it if the windows agree; the log says so.</source>
        <translation>Busca un desplazamiento de hasta 10 píxeles entre las imágenes (correlación de fase en hasta 24 ventanas alrededor de los deslizamientos). La imagen anterior al evento se desplaza en esa medida si las ventanas coinciden; el registro lo indica.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Before: {band} band</source>
        <translation>Antes: banda {band}</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>After: {band} band</source>
        <translation>Después: banda {band}</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Empty finds it by its name or colour, else takes the first bands for red, green and blue.</source>
        <translation>Vacío: se busca por su nombre o color y, si no se encuentra, se toman las primeras bandas como rojo, verde y azul.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Near infrared. Empty finds it by its name (nir, near infrared).</source>
        <translation>Infrarrojo cercano. Vacío: se busca por su nombre (nir, near infrared).</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Landslides from before</source>
        <translation>Deslizamientos anteriores</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>New landslides</source>
        <translation>Deslizamientos nuevos</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>The polygons with all their fields, and the evidence: &lt;i&gt;pre_probability&lt;/i&gt; and &lt;i&gt;pre_share&lt;/i&gt; (mean probability before the event, and share of the polygon at or above the threshold), &lt;i&gt;index_before&lt;/i&gt;, &lt;i&gt;index_after&lt;/i&gt;, &lt;i&gt;index_change&lt;/i&gt; (beyond that of the surroundings; below 0 where vegetation was lost), &lt;i&gt;slope_mean_deg&lt;/i&gt;, &lt;i&gt;preexisting&lt;/i&gt; (1: was there before or is no landslide, 0: new, empty: cannot be judged) and &lt;i&gt;reason&lt;/i&gt;. What cannot be judged, because more than half of it is nodata, is kept.</source>
        <translation>Los polígonos con todos sus campos y los indicios: &lt;i&gt;pre_probability&lt;/i&gt; y &lt;i&gt;pre_share&lt;/i&gt; (probabilidad media antes del evento y parte del polígono que alcanza o supera el umbral), &lt;i&gt;index_before&lt;/i&gt;, &lt;i&gt;index_after&lt;/i&gt;, &lt;i&gt;index_change&lt;/i&gt; (más allá del cambio del entorno; menor que 0 donde se perdió vegetación), &lt;i&gt;slope_mean_deg&lt;/i&gt;, &lt;i&gt;preexisting&lt;/i&gt; (1: ya estaba antes o no es un deslizamiento, 0: nuevo, vacío: no puede juzgarse) y &lt;i&gt;reason&lt;/i&gt;. Lo que no puede juzgarse, porque más de la mitad no tiene datos, se conserva.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>What was taken out or flagged, with the same fields.</source>
        <translation>Lo que se eliminó o se marcó, con los mismos campos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>&lt;p&gt;Takes out, or flags, landslides that were &lt;b&gt;there before the event&lt;/b&gt;, and what is no landslide, so that an inventory of the event holds only what the event did.&lt;/p&gt;&lt;p&gt;Three kinds of evidence are looked at, each where its layers are given: what the &lt;b&gt;model&lt;/b&gt; finds in the image before the event; whether a &lt;b&gt;vegetation index&lt;/b&gt; fell between the two images; and the mean &lt;b&gt;slope&lt;/b&gt;. Each polygon keeps the evidence in its fields. What cannot be judged is kept.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Elimina, o marca, los deslizamientos que &lt;b&gt;ya estaban antes del evento&lt;/b&gt; y lo que no es deslizamiento, para que un inventario del evento contenga solo lo que hizo el evento.&lt;/p&gt;&lt;p&gt;Se examinan tres tipos de indicios, cada uno si se dan sus capas: lo que el &lt;b&gt;modelo&lt;/b&gt; encuentra en la imagen anterior al evento; si un &lt;b&gt;índice de vegetación&lt;/b&gt; bajó entre las dos imágenes; y la &lt;b&gt;pendiente&lt;/b&gt; media. Cada polígono guarda los indicios en sus campos. Lo que no puede juzgarse se conserva.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>How many are new or cannot be judged.</source>
        <translation>Cuántos son nuevos o no pueden juzgarse.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>How many were taken out or flagged.</source>
        <translation>Cuántos se eliminaron o se marcaron.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>How many of those kept cannot be judged.</source>
        <translation>Cuántos de los conservados no pueden juzgarse.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Area of those kept, ellipsoidal.</source>
        <translation>Área de los conservados, elipsoidal.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Area of those taken out or flagged.</source>
        <translation>Área de los eliminados o marcados.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>landslide,pre-event,preexisting,pre-existing,old,before,change detection,bitemporal,ndvi,vegetation,index,false positive,filter,slope,event,inventory,alignment,coregistration</source>
        <translation>deslizamiento,antes del evento,preexistente,pre-existente,antiguo,antes,detección de cambios,bitemporal,ndvi,vegetación,índice,falso positivo,filtro,pendiente,evento,inventario,alineación,corregistro</translation>
    </message>
    <message>
        <location filename="../../algorithms/probability_input.py"/>
        <source>A probability raster that Scarp wrote: 0 to 1, stored as 0 to 100 per cent, nodata 255. No model is run.</source>
        <translation>Un ráster de probabilidad escrito por Scarp: de 0 a 1, guardado como 0 a 100 por ciento, sin datos 255. No se ejecuta ningún modelo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/probability_input.py"/>
        <source>Polygons of all landslides in any coordinate system: what lies outside them is no landslide. Or a label raster on any grid: 1 is landslide, 0 is not, 255 and nodata are unlabelled and left out.</source>
        <translation>Polígonos de todos los deslizamientos en cualquier sistema de coordenadas: lo que queda fuera de ellos no es deslizamiento. O un ráster de etiquetas en cualquier cuadrícula: 1 es deslizamiento, 0 no lo es, 255 y sin datos están sin etiquetar y se excluyen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/probability_input.py"/>
        <source>Polygons to work in. What lies outside them is left out, as if it were nodata.</source>
        <translation>Polígonos en los que se trabaja. Lo que queda fuera de ellos se excluye, como si no tuviera datos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_model.py"/>
        <source>Remove a model</source>
        <translation>Eliminar un modelo</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_model.py"/>
        <source>Removes one of your own models from the list of Extract landslides, and its file.</source>
        <translation>Elimina uno de sus propios modelos de la lista de Extraer deslizamientos, y su archivo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_model.py"/>
        <source>remove,delete,uninstall,model,onnx,own,list</source>
        <translation>eliminar,borrar,desinstalar,modelo,onnx,propio,lista</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_model.py"/>
        <source>&lt;p&gt;Removes the file of a model from the folder &lt;i&gt;scarp/models&lt;/i&gt; of your QGIS profile; it cannot be had back. The folder of its training, if it was trained here, stays, and so do the models that come with Scarp.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Elimina el archivo de un modelo de la carpeta &lt;i&gt;scarp/models&lt;/i&gt; de su perfil de QGIS; no puede recuperarse. La carpeta de su entrenamiento, si se entrenó aquí, se queda, igual que los modelos que vienen con Scarp.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_model.py"/>
        <source>The file that was removed.</source>
        <translation>El archivo que se eliminó.</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_model.py"/>
        <source>As &lt;i&gt;Extract landslides&lt;/i&gt; and &lt;i&gt;List models&lt;/i&gt; list it.</source>
        <translation>Como lo muestran &lt;i&gt;Extraer deslizamientos&lt;/i&gt; y &lt;i&gt;Listar modelos&lt;/i&gt;.</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>Remove pre-existing landslides</source>
        <translation>Eliminar deslizamientos preexistentes</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>Takes out landslides that an image before the event already shows, and what is too flat.</source>
        <translation>Elimina los deslizamientos que ya muestra una imagen anterior al evento, y lo que es demasiado llano.</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>Landslides kept</source>
        <translation>Deslizamientos conservados</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>Landslides not judged</source>
        <translation>Deslizamientos no juzgados</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>Area kept (m²)</source>
        <translation>Área conservada (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>Area from before (m²)</source>
        <translation>Área anterior (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>{name} – from before</source>
        <translation>{name} – anteriores</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>{name} – new</source>
        <translation>{name} – nuevos</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>Landslides from probability</source>
        <translation>Deslizamientos a partir de la probabilidad</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>Makes measured landslide polygons from a probability raster at another threshold.</source>
        <translation>Crea polígonos de deslizamiento medidos a partir de un ráster de probabilidad con otro umbral.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>threshold</source>
        <translation>umbral</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>otsu</source>
        <translation>otsu</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>f1</source>
        <translation>f1</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>polygonize</source>
        <translation>poligonizar</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>&lt;p&gt;Makes &lt;b&gt;landslides&lt;/b&gt;, with the same measurements as &lt;i&gt;Extract landslides&lt;/i&gt;, from a probability raster that it wrote. The model is not run again, so that another threshold takes seconds. It goes by the raster alone: landslides that touch are one, also where a model of instances told them apart, and have no score.&lt;/p&gt;&lt;p&gt;To see what each threshold would give, use &lt;i&gt;Sweep thresholds&lt;/i&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Crea &lt;b&gt;deslizamientos&lt;/b&gt;, con las mismas medidas que &lt;i&gt;Extraer deslizamientos&lt;/i&gt;, a partir de un ráster de probabilidad escrito por este. El modelo no se ejecuta de nuevo, así que otro umbral tarda segundos. Se guía solo por el ráster: los deslizamientos que se tocan son uno, también donde un modelo de instancias los separó, y no tienen puntuación.&lt;/p&gt;&lt;p&gt;Para ver qué daría cada umbral, use &lt;i&gt;Barrido de umbrales&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>Score of the pixels at that threshold, 0 to 1, where there is a reference: the harmonic mean of precision and recall, before small landslides are left out.</source>
        <translation>Métrica de los píxeles con ese umbral, de 0 a 1, si hay una referencia: la media armónica de precisión y exhaustividad, antes de descartar los deslizamientos pequeños.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>A model as an .onnx file. Goes before the model chosen above.</source>
        <translation>Un modelo como archivo .onnx. Tiene preferencia sobre el modelo elegido arriba.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>What is known to be landslide, for &lt;i&gt;best_f1&lt;/i&gt;; with the other methods, for the score F1.</source>
        <translation>Lo que se sabe que es deslizamiento, para &lt;i&gt;best_f1&lt;/i&gt;; con los demás métodos, para la métrica F1.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>A pixel is landslide where its probability is the threshold or more. &lt;i&gt;recommended&lt;/i&gt;: the value at which the model did best when it was made, which the raster states; &lt;i&gt;otsu&lt;/i&gt;: the value that parts these probabilities best in two; &lt;i&gt;best_f1&lt;/i&gt;: the value that agrees best with the reference; &lt;i&gt;fixed&lt;/i&gt;: the value below.</source>
        <translation>Un píxel es deslizamiento si su probabilidad alcanza o supera el umbral. &lt;i&gt;recommended&lt;/i&gt;: el valor con el que el modelo dio mejor resultado cuando se hizo, que figura en el ráster; &lt;i&gt;otsu&lt;/i&gt;: el valor que mejor divide en dos estas probabilidades; &lt;i&gt;best_f1&lt;/i&gt;: el valor que mejor concuerda con la referencia; &lt;i&gt;fixed&lt;/i&gt;: el valor de abajo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>Whose recommended threshold is taken. Empty takes what the raster states; rasters of other programs state none.</source>
        <translation>Modelo cuyo umbral recomendado se toma. Vacío: se toma el que figura en el ráster; en los rásteres de otros programas no figura ninguno.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>{raster} – landslides at {threshold}</source>
        <translation>{raster} – deslizamientos con {threshold}</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Sweep thresholds</source>
        <translation>Barrido de umbrales</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Shows scores, number and area of the landslides at different thresholds of a probability.</source>
        <translation>Muestra las métricas, el número y el área de los deslizamientos con distintos umbrales de una probabilidad.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>threshold,sweep,otsu,f1,precision,recall,accuracy,iou,chart,report,validation</source>
        <translation>umbral,barrido,otsu,f1,precisión,exhaustividad,exactitud,iou,gráfico,informe,validación</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>&lt;p&gt;Shows what each threshold of a probability raster would give: at 0.1, 0.2, … 0.9, and in steps of 0.01 from 0.04 below to 0.04 above the one with the best F1 (without a reference, around Otsu's threshold).&lt;/p&gt;&lt;p&gt;With a reference it gives &lt;b&gt;precision, recall, F1, overall accuracy and IoU&lt;/b&gt; of the pixels; always the &lt;b&gt;number&lt;/b&gt; of landslides and their &lt;b&gt;area&lt;/b&gt;. The scores are of all labelled pixels, before small landslides are left out; number and area are of all landslides, labelled or not. An area is the sum of the ellipsoidal areas of the pixels. The model is not run.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Muestra qué daría cada umbral de un ráster de probabilidad: en 0.1, 0.2, … 0.9, y en pasos de 0.01 desde 0.04 por debajo hasta 0.04 por encima del que tiene el mejor F1 (sin referencia, alrededor del umbral de Otsu).&lt;/p&gt;&lt;p&gt;Con una referencia da &lt;b&gt;precisión, exhaustividad, F1, exactitud global e IoU&lt;/b&gt; de los píxeles; siempre, el &lt;b&gt;número&lt;/b&gt; de deslizamientos y su &lt;b&gt;área&lt;/b&gt;. Las métricas son de todos los píxeles etiquetados, antes de descartar los deslizamientos pequeños; el número y el área son de todos los deslizamientos, etiquetados o no. Un área es la suma de las áreas elipsoidales de los píxeles. El modelo no se ejecuta.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Where F1 is highest; only with a reference that has landslides.</source>
        <translation>Donde F1 es máximo; solo con una referencia que tenga deslizamientos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>F1 there.</source>
        <translation>F1 en ese umbral.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>The threshold that parts the probabilities best in two; needs no reference.</source>
        <translation>El umbral que mejor divide en dos las probabilidades; no necesita referencia.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Smaller ones are neither counted nor drawn. 0 keeps all.</source>
        <translation>Los más pequeños no se cuentan ni se dibujan. 0 los conserva todos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>What is known to be landslide, for the scores.</source>
        <translation>Lo que se sabe que es deslizamiento, para las métricas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Charts and table as one HTML page that needs nothing else.</source>
        <translation>Gráficos y tabla en una sola página HTML que no necesita nada más.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>A row for each threshold, for a spreadsheet.</source>
        <translation>Una fila por umbral, para una hoja de cálculo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Landslides at each threshold</source>
        <translation>Deslizamientos con cada umbral</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>The landslides of all thresholds in one layer, measured as by &lt;i&gt;Extract landslides&lt;/i&gt;; the field &lt;i&gt;threshold&lt;/i&gt; tells them apart, and &lt;i&gt;id&lt;/i&gt; counts anew at each. One layer rather than many, since it can be styled, filtered and played through by that field, and goes into every format and database.</source>
        <translation>Los deslizamientos de todos los umbrales en una sola capa, medidos como en &lt;i&gt;Extraer deslizamientos&lt;/i&gt;; el campo &lt;i&gt;threshold&lt;/i&gt; los distingue, e &lt;i&gt;id&lt;/i&gt; empieza de nuevo en cada uno. Una capa en lugar de muchas, ya que puede simbolizarse, filtrarse y animarse por ese campo, y cabe en cualquier formato y base de datos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Threshold with the best F1</source>
        <translation>Umbral con el mejor F1</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Best F1</source>
        <translation>Mejor F1</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Otsu's threshold</source>
        <translation>Umbral de Otsu</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>{raster} – landslides by threshold</source>
        <translation>{raster} – deslizamientos por umbral</translation>
    </message>
    <message>
        <location filename="../../algorithms/train_mask_rcnn.py"/>
        <source>Train a Mask R-CNN model</source>
        <translation>Entrenar un modelo Mask R-CNN</translation>
    </message>
    <message>
        <location filename="../../algorithms/train_mask_rcnn.py"/>
        <source>Trains a model that finds landslides one by one, on images and landslides of your own.</source>
        <translation>Entrena un modelo que encuentra los deslizamientos uno a uno, con imágenes y deslizamientos propios.</translation>
    </message>
    <message>
        <location filename="../../algorithms/train_unet.py"/>
        <source>Train a model</source>
        <translation>Entrenar un modelo</translation>
    </message>
    <message>
        <location filename="../../algorithms/train_unet.py"/>
        <source>Trains a landslide model on images and landslides of your own.</source>
        <translation>Entrena un modelo de deslizamientos con imágenes y deslizamientos propios.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>A model that knows landslides already needs few ROIs and little time. &lt;i&gt;nothing&lt;/i&gt; starts from the weights under Advanced, or from random ones; those need thousands of landslides and a graphics card.</source>
        <translation>Un modelo que ya conoce los deslizamientos necesita pocas ROI y poco tiempo. &lt;i&gt;nothing&lt;/i&gt; parte de los pesos indicados en los parámetros avanzados, o de pesos aleatorios; estos necesitan miles de deslizamientos y una tarjeta gráfica.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>&lt;i&gt;quick&lt;/i&gt; fits a model to your ground in minutes; &lt;i&gt;thorough&lt;/i&gt; takes about six times as long, for more ROIs; &lt;i&gt;paper&lt;/i&gt; is the recipe of Liu et al. 2021, which wants a graphics card. What is set here goes before.</source>
        <translation>&lt;i&gt;quick&lt;/i&gt; ajusta un modelo a su terreno en minutos; &lt;i&gt;thorough&lt;/i&gt; tarda unas seis veces más, para más ROI; &lt;i&gt;paper&lt;/i&gt; es la receta de Liu et al. 2021, que requiere una tarjeta gráfica. Lo que se establece aquí tiene preferencia.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>For checkpoints, log and report; while it trains also for the images, a byte for each pixel and band, and four more where ROIs say which landslide a pixel belongs to.</source>
        <translation>Para los puntos de control, el registro y el informe; mientras entrena, también para las imágenes, un byte por píxel y banda, y cuatro más donde las ROI dicen a qué deslizamiento pertenece un píxel.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Backbone</source>
        <translation>Red troncal</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Finds features. A model to start from brings its own. The paper compares ResNet-101 and the two ResNeXt, and chooses ResNeXt-50. EfficientNet-Lite is small and fast.</source>
        <translation>Extrae características. Un modelo del que se parte trae la suya. El artículo compara ResNet-101 y las dos ResNeXt, y elige ResNeXt-50. EfficientNet-Lite es pequeña y rápida.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Improved feature pyramid</source>
        <translation>Pirámide de características mejorada</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>The paper's path from the bottom of the pyramid up, which tells where things are. A model to start from brings its own pyramid.</source>
        <translation>El camino del artículo desde la base de la pirámide hacia arriba, que indica dónde están las cosas. Un modelo del que se parte trae su propia pirámide.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Edge loss</source>
        <translation>Pérdida de borde</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>The paper's additional loss, which has the outlines of landslides come out sharper.</source>
        <translation>La pérdida adicional del artículo, con la que los contornos de los deslizamientos salen más nítidos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Start file</source>
        <translation>Archivo de partida</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Models, checkpoints and weights (*.onnx *.pt *.pth)</source>
        <translation>Modelos, puntos de control y pesos (*.onnx *.pt *.pth)</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>A file, which goes before the model chosen above: a model (.onnx), a checkpoint of a training (.pt), either of them also of a U-Net of &lt;i&gt;Train a model&lt;/i&gt;, whose EfficientNet-Lite is the backbone then, or torchvision's weights (.pth) of a ResNet or ResNeXt, trained on ImageNet, or of &lt;i&gt;maskrcnn_resnet50_fpn&lt;/i&gt;, trained on COCO, from which the paper starts. What of it fits is taken, and the log says how much; all of the last one fits ResNet-50 with 256 feature maps.</source>
        <translation>Un archivo, que tiene preferencia sobre el modelo elegido arriba: un modelo (.onnx), un punto de control de un entrenamiento (.pt), ambos también de una U-Net de &lt;i&gt;Entrenar un modelo&lt;/i&gt;, cuya EfficientNet-Lite es entonces la red troncal, o los pesos de torchvision (.pth) de una ResNet o ResNeXt, entrenada con ImageNet, o de &lt;i&gt;maskrcnn_resnet50_fpn&lt;/i&gt;, entrenada con COCO, de la que parte el artículo. Se toma lo que encaja, y el registro dice cuánto; todo lo de la última encaja en ResNet-50 con 256 mapas de características.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Epochs</source>
        <translation>Épocas</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>How often the steps of an epoch are done.</source>
        <translation>Cuántas veces se hacen los pasos de una época.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Steps in an epoch</source>
        <translation>Pasos por época</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Each learns from a batch of patches.</source>
        <translation>Cada uno aprende de un lote de recortes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Patch size (pixels)</source>
        <translation>Tamaño de los recortes (píxeles)</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>A smaller one needs less memory. It is rounded up to a multiple of 32.</source>
        <translation>Uno menor necesita menos memoria. Se redondea hacia arriba a un múltiplo de 32.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Learning rate</source>
        <translation>Tasa de aprendizaje</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Random rotation</source>
        <translation>Rotación aleatoria</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>How patches are turned at random; unless it is &lt;i&gt;none&lt;/i&gt;, they are mirrored too. The paper turns by right angles.</source>
        <translation>Cómo se giran los recortes al azar; salvo con &lt;i&gt;none&lt;/i&gt;, también se reflejan. El artículo gira en ángulos rectos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Empty takes the start model's, else {values}.</source>
        <translation>Vacío: los del modelo de partida; si no, {values}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Feature maps</source>
        <translation>Mapas de características</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Of each level of the pyramid and of the heads. A model to start from brings its own. Fewer are faster.</source>
        <translation>De cada nivel de la pirámide y de las cabezas. Un modelo del que se parte trae los suyos. Con menos es más rápido.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Anchor sizes (pixels)</source>
        <translation>Tamaños de las anclas (píxeles)</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Sides of the squares that proposals start from, one for each of the pyramid's five levels, with commas between them.</source>
        <translation>Lados de los cuadrados de los que parten las propuestas, uno por cada uno de los cinco niveles de la pirámide, separados por comas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Aspect ratios</source>
        <translation>Relaciones de aspecto</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Height to width of what proposals start from, with commas between them.</source>
        <translation>Alto respecto al ancho de aquello de lo que parten las propuestas, separadas por comas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Proposals</source>
        <translation>Propuestas</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Boxes of a tile that are looked at in extraction, at most; twice as many in training. Fewer are faster.</source>
        <translation>Recuadros de una tesela que se examinan en la extracción, como máximo; el doble en el entrenamiento. Con menos es más rápido.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>&lt;p&gt;Trains a model that finds landslides &lt;b&gt;one by one&lt;/b&gt;, each with its outline and a score, so that landslides that touch are counted apart: an improved Mask R-CNN (Liu et al. 2021, &lt;i&gt;A Research on Landslides Automatic Extraction Model Based on the Improved Mask R-CNN&lt;/i&gt;). It runs beside QGIS, which can be used meanwhile; progress is shown for each epoch.&lt;/p&gt;&lt;p&gt;Each polygon of the ROIs is one landslide, also where two touch. Of a label raster, connected pixels are one. A model that only maps where landslides are is trained faster by &lt;i&gt;Train a model&lt;/i&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Entrena un modelo que encuentra los deslizamientos &lt;b&gt;uno a uno&lt;/b&gt;, cada uno con su contorno y una puntuación, de modo que los que se tocan se cuentan por separado: una Mask R-CNN mejorada (Liu et al. 2021, &lt;i&gt;A Research on Landslides Automatic Extraction Model Based on the Improved Mask R-CNN&lt;/i&gt;). Se ejecuta aparte de QGIS, que puede usarse mientras tanto; el progreso se muestra en cada época.&lt;/p&gt;&lt;p&gt;Cada polígono de las ROI es un deslizamiento, también donde dos se tocan. En un ráster de etiquetas, los píxeles conectados son uno. Un modelo que solo cartografía dónde hay deslizamientos se entrena más rápido con &lt;i&gt;Entrenar un modelo&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Loss and its parts, accuracy, precision, recall, F1 and AP50 of all epochs, as a table (CSV).</source>
        <translation>Pérdida y sus partes, exactitud, precisión, exhaustividad, F1 y AP50 de todas las épocas, como tabla (CSV).</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Average precision of the landslides in the validation of the best epoch, at an overlap of one half: 1 where each is found and nothing else.</source>
        <translation>Precisión media de los deslizamientos en la validación de la mejor época, con un solape de la mitad: 1 si se encuentra cada uno y nada más.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>AP50</source>
        <translation>AP50</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>mask r-cnn,maskrcnn,instance,instances,object detection,resnet,resnext,count,edge loss</source>
        <translation>mask r-cnn,maskrcnn,instancia,instancias,detección de objetos,resnet,resnext,contar,pérdida de borde</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Images</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Aerial, drone or satellite images that the ROIs were drawn on, or that the label rasters belong to.</source>
        <translation>Imágenes aéreas, de dron o de satélite sobre las que se dibujaron las ROI, o a las que pertenecen los rásteres de etiquetas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Polygons drawn on landslides (and, for a model that tells more apart, on other classes). More of them, and more different ones, make a better model.</source>
        <translation>Polígonos dibujados sobre deslizamientos (y, para un modelo que distinga más, sobre otras clases). Cuantos más sean, y más variados, mejor será el modelo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Name of the field that holds the class of the ROIs: &lt;i&gt;landslide&lt;/i&gt; or 1, &lt;i&gt;background&lt;/i&gt; or 0, or other classes such as &lt;i&gt;river&lt;/i&gt;. Empty: all ROIs are landslide.</source>
        <translation>Nombre del campo que contiene la clase de las ROI: &lt;i&gt;landslide&lt;/i&gt; o 1, &lt;i&gt;background&lt;/i&gt; o 0, u otras clases como &lt;i&gt;river&lt;/i&gt;. Vacío: todas las ROI son deslizamiento.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>&lt;i&gt;background&lt;/i&gt;: you have drawn every landslide, so all else is none; &lt;i&gt;unlabelled&lt;/i&gt;: it is not known, and left out, so some ROIs must be background. &lt;i&gt;auto&lt;/i&gt;: unlabelled if there are ROIs of background, else background.</source>
        <translation>&lt;i&gt;background&lt;/i&gt;: ha dibujado todos los deslizamientos, así que el resto no lo es; &lt;i&gt;unlabelled&lt;/i&gt;: no se sabe y se excluye, así que algunas ROI deben ser fondo. &lt;i&gt;auto&lt;/i&gt;: sin etiquetar si hay ROI de fondo; si no, fondo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Label rasters</source>
        <translation>Rásteres de etiquetas</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Made by &lt;i&gt;Create label raster&lt;/i&gt;: one for each image that has no ROIs, on its grid; or with the image's own bands in it, which needs no image.</source>
        <translation>Hechos con &lt;i&gt;Crear ráster de etiquetas&lt;/i&gt;: uno por cada imagen que no tiene ROI, en su cuadrícula; o con las propias bandas de la imagen dentro, con lo que no se necesita imagen.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Part that trains</source>
        <translation>Parte que entrena</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>The image is parted in two: this part trains, the rest validates, so that the model is judged on ground that it has not seen. &lt;i&gt;blocks&lt;/i&gt; deals out squares. Zhang et al. 2020 train on the northern part. Not used where there are validation ROIs, images or label rasters.</source>
        <translation>La imagen se divide en dos: esta parte entrena y el resto valida, para que el modelo se juzgue en terreno que no ha visto. &lt;i&gt;blocks&lt;/i&gt; reparte cuadrados. Zhang et al. 2020 entrenan con la parte norte. No se usa si hay ROI, imágenes o rásteres de etiquetas de validación.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Share that trains</source>
        <translation>Proporción que entrena</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>0.6 is theirs.</source>
        <translation>0.6 es la de ellos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Validation ROIs</source>
        <translation>ROI de validación</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>ROIs that only validate, instead of a part of the image. Their pixels do not train.</source>
        <translation>ROI que solo validan, en lugar de una parte de la imagen. Sus píxeles no entrenan.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Validation images</source>
        <translation>Imágenes de validación</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Images that the validation ROIs or label rasters belong to. Empty takes the images above.</source>
        <translation>Imágenes a las que pertenecen las ROI o los rásteres de etiquetas de validación. Vacío: se toman las imágenes de arriba.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Validation label rasters</source>
        <translation>Rásteres de etiquetas de validación</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>As the label rasters above, for validation.</source>
        <translation>Como los rásteres de etiquetas de arriba, para la validación.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Start from</source>
        <translation>Partir de</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Preset</source>
        <translation>Preajuste</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Unless this is set, a model that is there stays, and the training does not start.</source>
        <translation>Si no se marca, un modelo que ya está se queda y el entrenamiento no empieza.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Numbers of the images' bands, such as &lt;i&gt;3,2,1&lt;/i&gt;, in the order of the model that training starts from. Empty finds red, green and blue by names and colours. From nothing, any number of bands.</source>
        <translation>Números de las bandas de las imágenes, como &lt;i&gt;3,2,1&lt;/i&gt;, en el orden del modelo del que parte el entrenamiento. Vacío: se buscan rojo, verde y azul por su nombre y color. Sin modelo de partida, cualquier número de bandas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Size of the pixels that are worked on. Empty takes the images' own, or the nearest that the model which training starts from was made for.</source>
        <translation>Tamaño de los píxeles con los que se trabaja. Vacío: se toma el de las imágenes o el más próximo para el que se hizo el modelo del que parte el entrenamiento.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Pixel value that the model is to see as black. Empty: 8-bit images are taken as they are, others from the 2nd percentile of the image. What is set here is taken by the extraction too.</source>
        <translation>Valor de píxel que el modelo debe ver como negro. Vacío: las imágenes de 8 bits se toman tal cual; las demás, desde el percentil 2 de la imagen. Lo que se establece aquí lo toma también la extracción.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Pixel value that the model is to see as white. Set both, or neither.</source>
        <translation>Valor de píxel que el modelo debe ver como blanco. Establezca ambos o ninguno.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Training folder</source>
        <translation>Carpeta del entrenamiento</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Empty takes a folder of the model's name under &lt;i&gt;scarp/training&lt;/i&gt; in your QGIS profile.</source>
        <translation>Vacío: se toma una carpeta con el nombre del modelo en &lt;i&gt;scarp/training&lt;/i&gt;, dentro de su perfil de QGIS.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Go on with a training</source>
        <translation>Continuar un entrenamiento</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Where the folder holds the same training, cancelled or failed, it goes on from the last finished epoch; with more epochs, also where it had finished. Otherwise it starts anew.</source>
        <translation>Si la carpeta contiene el mismo entrenamiento, cancelado o fallido, continúa desde la última época terminada; con más épocas, también si había terminado. En otro caso empieza de nuevo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>&lt;p&gt;After each epoch a checkpoint is kept. A training that is cancelled, or that the power left, goes on from it when it is run again with the same values.&lt;/p&gt;&lt;p&gt;The model of the best epoch is put into your models folder at the end, with its threshold and scores. The report shows how the training went, epoch by epoch.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Después de cada época se guarda un punto de control. Un entrenamiento que se cancela, o que queda interrumpido por un corte de corriente, continúa desde él cuando se ejecuta de nuevo con los mismos valores.&lt;/p&gt;&lt;p&gt;Al final, el modelo de la mejor época se coloca en su carpeta de modelos, con su umbral y sus métricas. El informe muestra cómo fue el entrenamiento, época a época.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>The .onnx file, which &lt;i&gt;Extract landslides&lt;/i&gt; lists at once.</source>
        <translation>El archivo .onnx, que &lt;i&gt;Extraer deslizamientos&lt;/i&gt; muestra enseguida.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Curves and scores of all epochs, and what was trained with what, as HTML.</source>
        <translation>Curvas y métricas de todas las épocas, y qué se entrenó con qué, como HTML.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Events</source>
        <translation>Eventos</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>The same for TensorBoard.</source>
        <translation>Lo mismo para TensorBoard.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Best epoch</source>
        <translation>Mejor época</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>The one that the model is of.</source>
        <translation>La época de la que es el modelo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Of its validation, at the recommended threshold.</source>
        <translation>De su validación, con el umbral recomendado.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Recommended threshold</source>
        <translation>Umbral recomendado</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Probability from which a pixel is landslide.</source>
        <translation>Probabilidad a partir de la cual un píxel es deslizamiento.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Validation loss</source>
        <translation>Pérdida de validación</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Of the best epoch.</source>
        <translation>De la mejor época.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>landslide,landslides,train,training,fine-tune,fine-tuning,transfer learning,deep learning,machine learning,neural network,ai,pytorch,roi,label,segmentation,model,validation,epoch</source>
        <translation>deslizamiento,deslizamientos,entrenar,entrenamiento,ajuste fino,afinar,aprendizaje por transferencia,aprendizaje profundo,aprendizaje automático,red neuronal,ia,pytorch,roi,etiqueta,segmentación,modelo,validación,época</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Empty takes {value:g}.</source>
        <translation>Vacío: {value:g}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Empty takes the preset's: {values}.</source>
        <translation>Vacío: los del preajuste: {values}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Smallest random scale</source>
        <translation>Escala aleatoria mínima</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Largest random scale</source>
        <translation>Escala aleatoria máxima</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Feature bias at the start</source>
        <translation>Sesgo hacia deslizamientos al inicio</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Share of the patches that are drawn around a landslide.</source>
        <translation>Proporción de los recortes que se toman alrededor de un deslizamiento.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Feature bias at the end</source>
        <translation>Sesgo hacia deslizamientos al final</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>The same in the last epoch.</source>
        <translation>Lo mismo en la última época.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Random colours</source>
        <translation>Colores aleatorios</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Strength of random changes of colour, 0 to 1.</source>
        <translation>Intensidad de los cambios aleatorios de color, de 0 a 1.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>The model is that of the epoch with the highest F1 or the lowest loss of the validation.</source>
        <translation>El modelo es el de la época con el F1 más alto o la pérdida de validación más baja.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Patches at once</source>
        <translation>Recortes a la vez</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Fewer need less memory.</source>
        <translation>Con menos se necesita menos memoria.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Optimizer</source>
        <translation>Optimizador</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Momentum</source>
        <translation>Momento</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Of sgd.</source>
        <translation>De sgd.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>The same seed on the same machine trains the same model.</source>
        <translation>La misma semilla en la misma máquina entrena el mismo modelo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>A model that knows landslides already needs few ROIs and little time. &lt;i&gt;nothing&lt;/i&gt; starts from random weights, with the preset's own network; it needs thousands of landslides.</source>
        <translation>Un modelo que ya conoce los deslizamientos necesita pocas ROI y poco tiempo. &lt;i&gt;nothing&lt;/i&gt; parte de pesos aleatorios, con la red propia del preajuste; necesita miles de deslizamientos.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>&lt;i&gt;quick&lt;/i&gt; fits a model to your ground in minutes; &lt;i&gt;thorough&lt;/i&gt; takes about four times as long, for more ROIs; &lt;i&gt;paper&lt;/i&gt; is the recipe of Zhang et al. 2020, which wants a graphics card. What is set under Advanced goes before.</source>
        <translation>&lt;i&gt;quick&lt;/i&gt; ajusta un modelo a su terreno en minutos; &lt;i&gt;thorough&lt;/i&gt; tarda unas cuatro veces más, para más ROI; &lt;i&gt;paper&lt;/i&gt; es la receta de Zhang et al. 2020, que requiere una tarjeta gráfica. Lo que se establece en los parámetros avanzados tiene preferencia.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>For checkpoints, log and report; while it trains also for the images, a byte for each pixel and band.</source>
        <translation>Para los puntos de control, el registro y el informe; mientras entrena, también para las imágenes, un byte por píxel y banda.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Models and checkpoints (*.onnx *.pt *.pth)</source>
        <translation>Modelos y puntos de control (*.onnx *.pt *.pth)</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>A model (.onnx) or a checkpoint of a training (.pt). Goes before the model chosen above.</source>
        <translation>Un modelo (.onnx) o un punto de control de un entrenamiento (.pt). Tiene preferencia sobre el modelo elegido arriba.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>How often all patches of an epoch are drawn.</source>
        <translation>Cuántas veces se toman todos los recortes de una época.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Patches in an epoch</source>
        <translation>Recortes por época</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>A smaller one needs less memory. It is rounded up to what the network divides by (16 or 32).</source>
        <translation>Uno menor necesita menos memoria. Se redondea hacia arriba a lo que la red exige como divisor (16 o 32).</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>The paper gives none.</source>
        <translation>El artículo no indica ninguno.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Boundary weight</source>
        <translation>Peso de los límites</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>How much more than others pixels count on the boundary of a landslide.</source>
        <translation>Cuánto más que otros cuentan los píxeles en el límite de un deslizamiento.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Boundary width (pixels)</source>
        <translation>Ancho de los límites (píxeles)</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>How far from the boundary they do.</source>
        <translation>Hasta qué distancia del límite cuentan más.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Class weight</source>
        <translation>Peso de las clases</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Share of a landslide pixel's weight against a background pixel's at the start; it goes to 0.5.</source>
        <translation>Parte del peso de un píxel de deslizamiento frente a un píxel de fondo al inicio; tiende a 0.5.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Loss weight</source>
        <translation>Peso en la pérdida</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>The same share in the loss of the validation.</source>
        <translation>La misma parte en la pérdida de la validación.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Blur distance (pixels)</source>
        <translation>Distancia de desenfoque (píxeles)</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>How far the labels' edges are blurred at the start; it goes to 0.</source>
        <translation>Hasta qué distancia se desenfocan los bordes de las etiquetas al inicio; tiende a 0.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Patches are turned and mirrored at random.</source>
        <translation>Los recortes se giran y se reflejan al azar.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>The paper gives no range.</source>
        <translation>El artículo no indica ningún intervalo.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Weight of the Dice loss</source>
        <translation>Peso de la pérdida Dice</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Beside the cross-entropy.</source>
        <translation>Junto a la entropía cruzada.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Width of the U-Net</source>
        <translation>Ancho de la U-Net</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Feature maps of its first level, when starting from nothing; the paper's is 64. Where it is set, the network is the paper's U-Net in any preset.</source>
        <translation>Mapas de características de su primer nivel, si se parte de cero; los del artículo son 64. Si se establece, la red es la U-Net del artículo con cualquier preajuste.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>&lt;p&gt;Trains a model on landslides that you have drawn, so that &lt;b&gt;Extract landslides&lt;/b&gt; does better on your ground. It runs beside QGIS, which can be used meanwhile; progress is shown for each epoch.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Entrena un modelo con deslizamientos que usted ha dibujado, para que &lt;b&gt;Extraer deslizamientos&lt;/b&gt; dé mejor resultado en su terreno. Se ejecuta aparte de QGIS, que puede usarse mientras tanto; el progreso se muestra en cada época.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Loss, accuracy, precision, recall and F1 of all epochs, as a table (CSV).</source>
        <translation>Pérdida, exactitud, precisión, exhaustividad y F1 de todas las épocas, como tabla (CSV).</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>unet,u-net,envinet5,semantic</source>
        <translation>unet,u-net,envinet5,semántica</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>3 Extract</source>
        <translation>3 Extraer</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Whole image</source>
        <translation>Imagen completa</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Map canvas extent</source>
        <translation>Extensión de la vista del mapa</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Polygons of a layer</source>
        <translation>Polígonos de una capa</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Only what lies in the area is worked on, so a small one is done soon.</source>
        <translation>Solo se procesa lo que está en la zona, así que una pequeña se termina pronto.</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Selected features only</source>
        <translation>Objetos seleccionados solamente</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Folder for the Results</source>
        <translation>Carpeta para los resultados</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Temporary layers</source>
        <translation>Capas temporales</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Folder for the probability (GeoTIFF) and the landslides (GeoPackage), named after the image. Files that are there stay. Leave it empty for temporary layers.</source>
        <translation>Carpeta para la probabilidad (GeoTIFF) y los deslizamientos (GeoPackage), con el nombre de la imagen. Los archivos que ya están se quedan. Déjela vacía para capas temporales.</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Save to</source>
        <translation>Guardar en</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Extract</source>
        <translation>Extraer</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Extract the landslides of the image in the background.</source>
        <translation>Extraer los deslizamientos de la imagen en segundo plano.</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Choose an image in step 1.</source>
        <translation>Elija una imagen en el paso 1.</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>There is no layer of polygons; add one, or extract the whole image.</source>
        <translation>No hay ninguna capa de polígonos; añada una o extraiga la imagen completa.</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>No feature of the layer "{}" is selected; select some.</source>
        <translation>No hay ningún objeto seleccionado en la capa "{}"; seleccione alguno.</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>There is no folder {}; choose another, or none for temporary layers.</source>
        <translation>No existe la carpeta {}; elija otra, o ninguna para capas temporales.</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Look for packages</source>
        <translation>Buscar paquetes</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Options…</source>
        <translation>Opciones…</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Extract landslides: {}</source>
        <translation>Extraer deslizamientos: {}</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Add to this project</source>
        <translation>Añadir a este proyecto</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Cancelled; nothing is left behind.</source>
        <translation>Cancelado; no queda nada.</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Landslides: {count}; area: {ha} ha ({km2} km²); threshold: {threshold}.</source>
        <translation>Deslizamientos: {count}; área: {ha} ha ({km2} km²); umbral: {threshold}.</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>The project that it was started in is closed.</source>
        <translation>El proyecto en el que se inició está cerrado.</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>1 Image</source>
        <translation>1 Imagen</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Choose an image</source>
        <translation>Elegir una imagen</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Aerial, drone or satellite image taken after the event. Layers that are no files, such as web maps, and probabilities that Scarp has made are not listed.</source>
        <translation>Imagen aérea, de dron o de satélite tomada después del evento. No se muestran las capas que no son archivos, como los mapas web, ni las probabilidades hechas por Scarp.</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Open an image from a file</source>
        <translation>Abrir una imagen desde un archivo</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Image of the same place from before the event. With it, landslides that were there before can be told and left out (Remove pre-existing landslides).</source>
        <translation>Imagen del mismo lugar anterior al evento. Con ella pueden reconocerse y excluirse los deslizamientos que ya estaban antes (Eliminar deslizamientos preexistentes).</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Heights in metres. With it, landslides get their mean slope, highest and lowest point and relief.</source>
        <translation>Altitudes en metros. Con él, los deslizamientos obtienen su pendiente media, sus puntos más alto y más bajo y su relieve.</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>More layers</source>
        <translation>Más capas</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Before the event</source>
        <translation>Antes del evento</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Look at the image: {}</source>
        <translation>Examinar la imagen: {}</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Use {}</source>
        <translation>Usar {}</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Open an Image</source>
        <translation>Abrir una imagen</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>4 Threshold</source>
        <translation>4 Umbral</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>A probability that Scarp has extracted; the newest one is chosen by itself.</source>
        <translation>Una probabilidad que Scarp ha extraído; la más reciente se elige sola.</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>What is known to be landslide, if anything: polygons of all landslides, or a label raster (1 landslide, 0 not, 255 not known). Shows which threshold agrees best with it.</source>
        <translation>Lo que se sabe que es deslizamiento, si lo hay: polígonos de todos los deslizamientos, o un ráster de etiquetas (1 deslizamiento, 0 no, 255 desconocido). Muestra qué umbral concuerda mejor con ello.</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Probability</source>
        <translation>Probabilidad</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Keep the probability below it</source>
        <translation>Mantener la probabilidad por debajo</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Draw what is below the threshold in the layer's own colours.</source>
        <translation>Dibujar lo que está por debajo del umbral en los colores propios de la capa.</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Reset Style</source>
        <translation>Restablecer estilo</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Draw the layer in its own style again.</source>
        <translation>Dibujar la capa de nuevo en su propio estilo.</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>There is no probability layer yet: extract one in step 3, or add one that Scarp has made.</source>
        <translation>Aún no hay ninguna capa de probabilidad: extraiga una en el paso 3, o añada una hecha por Scarp.</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Counting the pixels… {} %</source>
        <translation>Contando los píxeles… {} %</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>The pixels were not counted, since it was cancelled.</source>
        <translation>Los píxeles no se contaron porque se canceló.</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Count Again</source>
        <translation>Contar de nuevo</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>2 Train (optional)</source>
        <translation>2 Entrenar (opcional)</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>&amp;Train</source>
        <translation>&amp;Entrenar</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>Train a model on the ROIs, in the background. Where another training runs, it waits for it, and takes the ROIs as they are when it begins.</source>
        <translation>Entrenar un modelo con las ROI, en segundo plano. Si se está ejecutando otro entrenamiento, lo espera y toma las ROI tal como estén cuando empiece.</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>Look what a training can start from</source>
        <translation>Comprobar de qué puede partir un entrenamiento</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>Make a new layer of ROIs, or choose one.</source>
        <translation>Cree una capa de ROI nueva o elija una.</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>Train a model: {}</source>
        <translation>Entrenar un modelo: {}</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>The model "{name}" is trained and chosen in step 3; F1 of the validation: {f1}.</source>
        <translation>El modelo "{name}" está entrenado y elegido en el paso 3; F1 de la validación: {f1}.</translation>
    </message>
</context>
<context>
    <name>ScarpActions</name>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Landslide panel</source>
        <translation>Panel de deslizamientos</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Show or hide the landslide panel (Scarp)</source>
        <translation>Mostrar u ocultar el panel de deslizamientos (Scarp)</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Extract landslides…</source>
        <translation>Extraer deslizamientos…</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Extract landslides from an image (Scarp)</source>
        <translation>Extraer deslizamientos de una imagen (Scarp)</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Train a model…</source>
        <translation>Entrenar un modelo…</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Train a model on your own landslides (Scarp)</source>
        <translation>Entrenar un modelo con deslizamientos propios (Scarp)</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Train a Mask R-CNN model…</source>
        <translation>Entrenar un modelo Mask R-CNN…</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Train a model that finds landslides one by one (Scarp)</source>
        <translation>Entrenar un modelo que encuentra los deslizamientos uno a uno (Scarp)</translation>
    </message>
</context>
<context>
    <name>ScarpOptions</name>
    <message>
        <location filename="../../ui/options.py"/>
        <source>Defaults</source>
        <translation>Valores predeterminados</translation>
    </message>
    <message>
        <location filename="../../ui/options.py"/>
        <source>all cores ({})</source>
        <translation>todos los núcleos ({})</translation>
    </message>
    <message>
        <location filename="../../ui/options.py"/>
        <source>Trainings</source>
        <translation>Entrenamientos</translation>
    </message>
</context>
<context>
    <name>ThresholdControls</name>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Threshold</source>
        <translation>Umbral</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Arrows move it by 0.01, page up and page down by 0.10, home and end to 0 and 1.</source>
        <translation>Las flechas lo mueven 0.01, Re Pág y Av Pág 0.10, Inicio y Fin a 0 y 1.</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>A pixel is landslide where its probability is the threshold or more.</source>
        <translation>Un píxel es deslizamiento si su probabilidad alcanza o supera el umbral.</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Log</source>
        <translation>Log.</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Sqrt</source>
        <translation>Raíz</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Height of the bars: logarithm or square root of the number of pixels.</source>
        <translation>Altura de las barras: logaritmo o raíz cuadrada del número de píxeles.</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>What is at or above the threshold, its share of all valid pixels, and its ellipsoidal area.</source>
        <translation>Lo que alcanza o supera el umbral, su proporción de todos los píxeles válidos y su área elipsoidal.</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Precision and recall of the pixels against the reference at every threshold: the point is the current one, the ring the one with the best F1. Click to move the threshold there.</source>
        <translation>Precisión y exhaustividad de los píxeles frente a la referencia con cada umbral: el punto es el actual; el anillo, el del mejor F1. Haga clic para mover allí el umbral.</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Otsu</source>
        <translation>Otsu</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Otsu's threshold, which parts the probabilities best in two</source>
        <translation>El umbral de Otsu, que mejor divide en dos las probabilidades</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Threshold that the model recommends</source>
        <translation>Umbral que recomienda el modelo</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Best F1</source>
        <translation>Mejor F1</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Threshold that agrees best with the reference</source>
        <translation>Umbral que mejor concuerda con la referencia</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>{pixels} pixels ({share} %)</source>
        <translation>{pixels} píxeles ({share} %)</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>The area is not known: the layer has no valid coordinate system.</source>
        <translation>El área no se conoce: la capa no tiene un sistema de coordenadas válido.</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>{ha} ha = {km2} km²</source>
        <translation>{ha} ha = {km2} km²</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Precision {precision}, recall {recall}, F1 {f1}, IoU {iou}</source>
        <translation>Precisión {precision}, exhaustividad {recall}, F1 {f1}, IoU {iou}</translation>
    </message>
</context>
<context>
    <name>ThresholdRenderer</name>
    <message>
        <location filename="../../ui/threshold_renderer.py"/>
        <source>Landslide (≥ {})</source>
        <translation>Deslizamiento (≥ {})</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_renderer.py"/>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
</context>
<context>
    <name>TrainingCurves</name>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Loss</source>
        <translation>Pérdida</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Epoch</source>
        <translation>Época</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Scores</source>
        <translation>Métricas</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>The first epoch is not finished yet.</source>
        <translation>La primera época aún no ha terminado.</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Accuracy</source>
        <translation>Exactitud</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Recall</source>
        <translation>Exhaustividad</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>AP50</source>
        <translation>AP50</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Share of all pixels that are right; high wherever landslides are few.</source>
        <translation>Proporción de todos los píxeles que son correctos; alta siempre que hay pocos deslizamientos.</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Share of the pixels mapped as landslide that are landslide.</source>
        <translation>Proporción de los píxeles cartografiados como deslizamiento que lo son.</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Share of the landslide pixels that are mapped as landslide.</source>
        <translation>Proporción de los píxeles de deslizamiento que se cartografían como tal.</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Harmonic mean of precision and recall.</source>
        <translation>Media armónica de precisión y exhaustividad.</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Average precision: 1 where each landslide is found by itself, and nothing else.</source>
        <translation>Precisión media: 1 si cada deslizamiento se encuentra por separado, y nada más.</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>training</source>
        <translation>entrenamiento</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>validation</source>
        <translation>validación</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Epoch {epoch} of {epochs}</source>
        <translation>Época {epoch} de {epochs}</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>best: epoch {epoch}, F1 {f1}</source>
        <translation>mejor: época {epoch}, F1 {f1}</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>{minutes} min left</source>
        <translation>quedan {minutes} min</translation>
    </message>
</context>
<context>
    <name>TrainingForm</name>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>U-Net: map landslides</source>
        <translation>U-Net: cartografiar deslizamientos</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>Mask R-CNN: count landslides</source>
        <translation>Mask R-CNN: contar deslizamientos</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>A U-Net says for each pixel how likely it is landslide. A Mask R-CNN finds landslides one by one, also where they touch; its training takes longer.</source>
        <translation>Una U-Net dice de cada píxel lo probable que es que sea deslizamiento. Una Mask R-CNN encuentra los deslizamientos uno a uno, también donde se tocan; su entrenamiento tarda más.</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>Share of the image that does not train, in the south, so that the model is judged on ground that it has not seen. There must be landslides in both parts.</source>
        <translation>Parte de la imagen que no entrena, en el sur, para que el modelo se juzgue en terreno que no ha visto. Debe haber deslizamientos en ambas partes.</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>Name of the model that is made. An unfinished training of this name goes on.</source>
        <translation>Nombre del modelo que se crea. Un entrenamiento sin terminar con este nombre continúa.</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>&amp;Kind</source>
        <translation>&amp;Tipo</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>Start &amp;from</source>
        <translation>&amp;Partir de</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>&amp;Preset</source>
        <translation>P&amp;reajuste</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>&amp;Validation</source>
        <translation>&amp;Validación</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>Na&amp;me</source>
        <translation>No&amp;mbre</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>nothing (random weights)</source>
        <translation>nada (pesos aleatorios)</translation>
    </message>
</context>
<context>
    <name>TrainingList</name>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>Trainings</source>
        <translation>Entrenamientos</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>&amp;Cancel</source>
        <translation>C&amp;ancelar</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>&amp;Go On</source>
        <translation>C&amp;ontinuar</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>Start it again with the same values; it goes on from its last finished epoch.</source>
        <translation>Iniciarlo de nuevo con los mismos valores; continúa desde su última época terminada.</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>&amp;Report</source>
        <translation>&amp;Informe</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>Open the report of the training: curves, scores, settings and sample maps.</source>
        <translation>Abrir el informe del entrenamiento: curvas, métricas, ajustes y mapas de ejemplo.</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>{} %</source>
        <translation>{} %</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>done, F1 {}</source>
        <translation>hecho, F1 {}</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>cancelled</source>
        <translation>cancelado</translation>
    </message>
</context>
</TS>
