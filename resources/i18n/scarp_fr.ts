<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Decisions</name>
    <message>
        <location filename="../../ui/review_decisions.py"/>
        <source>That was the last landslide of the list.</source>
        <translation>C'était le dernier glissement de terrain de la liste.</translation>
    </message>
    <message>
        <location filename="../../ui/review_decisions.py"/>
        <source>The class has no name; type one, such as river, and press Return.</source>
        <translation>La classe n'a pas de nom ; saisissez-en un, par exemple rivière, et appuyez sur Entrée.</translation>
    </message>
    <message>
        <location filename="../../ui/review_decisions.py"/>
        <source>There is nothing to undo; what is saved cannot be undone.</source>
        <translation>Il n'y a rien à annuler ; ce qui est enregistré ne peut pas être annulé.</translation>
    </message>
    <message>
        <location filename="../../ui/review_decisions.py"/>
        <source>The layer "{}" cannot be edited; save a copy and review that.</source>
        <translation>La couche « {} » ne peut pas être modifiée ; enregistrez une copie et vérifiez celle-ci.</translation>
    </message>
    <message>
        <location filename="../../ui/review_decisions.py"/>
        <source>The edits of the layer "{layer}" cannot be saved: {reason}</source>
        <translation>Les modifications de la couche « {layer} » ne peuvent pas être enregistrées : {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/review_decisions.py"/>
        <source>No landslide is selected; click on one in the table.</source>
        <translation>Aucun glissement de terrain n'est sélectionné ; cliquez sur l'un d'eux dans la table.</translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>Nothing is accepted or rejected yet, so there is nothing to learn from.</source>
        <translation>Rien n'est encore accepté ni rejeté, il n'y a donc rien à apprendre.</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>No landslide is accepted yet, so there is nothing to save.</source>
        <translation>Aucun glissement de terrain n'est encore accepté, il n'y a donc rien à enregistrer.</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>{} – accepted</source>
        <translation>{} – acceptés</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>{} – review</source>
        <translation>{} – vérification</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>No landslide is rejected, so there is nothing to delete.</source>
        <translation>Aucun glissement de terrain n'est rejeté, il n'y a donc rien à supprimer.</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>Rejected landslides deleted</source>
        <translation>Glissements de terrain rejetés supprimés</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>The rejected landslides of the layer "{}" cannot be deleted; save the accepted ones.</source>
        <translation>Les glissements de terrain rejetés de la couche « {} » ne peuvent pas être supprimés ; enregistrez les acceptés.</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>Rejected landslides deleted: {}. Undo brings them back until the edits are saved.</source>
        <translation>Glissements de terrain rejetés supprimés : {}. Annuler les rétablit tant que les modifications ne sont pas enregistrées.</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>New ROI Layer</source>
        <translation>Nouvelle couche de ROI</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>ROIs "{layer}": added {added}, changed {changed}, removed {removed}, there already {there}.</source>
        <translation>ROI « {layer} » : {added} ajoutées, {changed} modifiées, {removed} supprimées, {there} déjà présentes.</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>Landslides that lie where its coordinate system is not defined: {}.</source>
        <translation>Glissements de terrain situés là où son système de coordonnées n'est pas défini : {}.</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>Save Landslides</source>
        <translation>Enregistrer les glissements de terrain</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>{path} could not be written: {reason}</source>
        <translation>{path} n'a pas pu être écrit : {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>Written: {}</source>
        <translation>Écrit : {}</translation>
    </message>
</context>
<context>
    <name>HistogramPlot</name>
    <message>
        <location filename="../../ui/histogram_plot.py"/>
        <source>Probability {probability}: {pixels} pixels
At or above it: {above} pixels</source>
        <translation>Probabilité {probability} : {pixels} pixels
À partir de cette valeur : {above} pixels</translation>
    </message>
</context>
<context>
    <name>ImageFacts</name>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Bands</source>
        <translation>Bandes</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Pixels</source>
        <translation>Pixels</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Resolution</source>
        <translation>Résolution</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Values</source>
        <translation>Valeurs</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Nodata</source>
        <translation>Nodata</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Suggested</source>
        <translation>Suggéré</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Band {band}: {low} to {high}</source>
        <translation>Bande {band} : {low} à {high}</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>From {} pixels, which are not all.</source>
        <translation>D'après {} pixels, qui ne sont pas tous ceux de l'image.</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>What the model sees as darkest and brightest ({}):</source>
        <translation>Ce que le modèle voit comme le plus sombre et le plus clair ({}) :</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{number} {name}</source>
        <translation>{number} {name}</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{} not used</source>
        <translation>{} non utilisée(s)</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>not known: no coordinate system</source>
        <translation>inconnue : pas de système de coordonnées</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{} m</source>
        <translation>{} m</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{own} m, worked on at {working} m</source>
        <translation>{own} m, traitée à {working} m</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>no valid pixel found</source>
        <translation>aucun pixel valide trouvé</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{low} to {high}</source>
        <translation>{low} à {high}</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>as they are</source>
        <translation>telles quelles</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>stretched</source>
        <translation>étirées</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>none found</source>
        <translation>aucun trouvé</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>about {} %</source>
        <translation>environ {} %</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{} %</source>
        <translation>{} %</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>none; train one on this image</source>
        <translation>aucun ; entraînez-en un sur cette image</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{name}, for {low} to {high} m</source>
        <translation>{name}, pour {low} à {high} m</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>not known. {}</source>
        <translation>inconnu. {}</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>about {time} on the {device}</source>
        <translation>environ {time} sur {device}</translation>
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
        <translation>Glissements de terrain</translation>
    </message>
    <message>
        <location filename="../../ui/panel.py"/>
        <source>Review the Landslides One by One</source>
        <translation>Vérifier les glissements de terrain un à un</translation>
    </message>
    <message>
        <location filename="../../ui/panel.py"/>
        <source>Review</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <location filename="../../ui/panel.py"/>
        <source>Packages, Models and Settings…</source>
        <translation>Paquets, modèles et paramètres…</translation>
    </message>
    <message>
        <location filename="../../ui/panel.py"/>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <location filename="../../ui/panel.py"/>
        <source>The help could not be opened; it is the file {}.</source>
        <translation>L'aide n'a pas pu être ouverte ; il s'agit du fichier {}.</translation>
    </message>
</context>
<context>
    <name>LineChart</name>
    <message>
        <location filename="../../ui/curves.py"/>
        <source>best</source>
        <translation>meilleure</translation>
    </message>
</context>
<context>
    <name>Missing</name>
    <message>
        <location filename="../../ui/missing.py"/>
        <source>Look whether Scarp's packages are there</source>
        <translation>Vérifier que les paquets de Scarp sont présents</translation>
    </message>
    <message>
        <location filename="../../ui/missing.py"/>
        <source>Scarp needs the package {} to extract landslides; the options install it.</source>
        <translation>Scarp a besoin du paquet {} pour extraire les glissements de terrain ; les options permettent de l'installer.</translation>
    </message>
    <message>
        <location filename="../../ui/missing.py"/>
        <source>Open the options…</source>
        <translation>Ouvrir les options…</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>by pixel</source>
        <translation>par pixel</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>one by one</source>
        <translation>un à un</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>{} m</source>
        <translation>{} m</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>{} to {} m</source>
        <translation>{} à {} m</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Cannot be used</source>
        <translation>Inutilisable</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Finds landslides</source>
        <translation>Trouve les glissements de terrain</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Classes</source>
        <translation>Classes</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Bands</source>
        <translation>Bandes</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Ground resolution</source>
        <translation>Résolution au sol</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Recommended threshold</source>
        <translation>Seuil recommandé</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Trained on</source>
        <translation>Entraîné sur</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Scores, {}</source>
        <translation>Scores, {}</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>best F1</source>
        <translation>meilleur F1</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>precision</source>
        <translation>précision</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>recall</source>
        <translation>rappel</translation>
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
        <translation>exactitude</translation>
    </message>
</context>
<context>
    <name>ModelCombo</name>
    <message>
        <location filename="../../ui/model_choice.py"/>
        <source>List models</source>
        <translation>Lister les modèles</translation>
    </message>
    <message>
        <location filename="../../ui/model_choice.py"/>
        <source>The bundled model that was made for the image's ground resolution.</source>
        <translation>Le modèle fourni qui a été conçu pour la résolution au sol de l'image.</translation>
    </message>
    <message>
        <location filename="../../ui/model_choice.py"/>
        <source>The mean of the probabilities of unet and maskrcnn, with the landslides of maskrcnn kept apart. The best, and the slowest.</source>
        <translation>La moyenne des probabilités de unet et de maskrcnn, en séparant les glissements de terrain comme maskrcnn. Le meilleur et le plus lent.</translation>
    </message>
</context>
<context>
    <name>ModelsBox</name>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Remove the model "{}"? Its file {} is deleted.</source>
        <translation>Supprimer le modèle « {} » ? Son fichier {} sera effacé.</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Remove…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Remove the chosen model; those that come with Scarp stay.</source>
        <translation>Supprimer le modèle choisi ; ceux fournis avec Scarp restent.</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Finds landslides</source>
        <translation>Trouve les glissements de terrain</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Ground resolution</source>
        <translation>Résolution au sol</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>From</source>
        <translation>Origine</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Import a model</source>
        <translation>Importer un modèle</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Scarp</source>
        <translation>Scarp</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>you</source>
        <translation>vous</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Report of its training</source>
        <translation>Rapport de son entraînement</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>The folder {} cannot be made ({}).</source>
        <translation>Le dossier {} ne peut pas être créé ({}).</translation>
    </message>
</context>
<context>
    <name>OptionsRuns</name>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>Look which packages are there</source>
        <translation>Vérifier quels paquets sont présents</translation>
    </message>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>Install packages for {}</source>
        <translation>Installer les paquets pour {}</translation>
    </message>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>List models</source>
        <translation>Lister les modèles</translation>
    </message>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>Import a model</source>
        <translation>Importer un modèle</translation>
    </message>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>Remove the model "{}"</source>
        <translation>Supprimer le modèle « {} »</translation>
    </message>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>{}: done.</source>
        <translation>{} : terminé.</translation>
    </message>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>Options…</source>
        <translation>Options…</translation>
    </message>
</context>
<context>
    <name>PackagesBox</name>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>The same by hand, in a terminal: the command, with the options below.</source>
        <translation>La même chose à la main, dans un terminal : la commande, avec les options ci-dessous.</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Copy the command</source>
        <translation>Copier la commande</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Extraction</source>
        <translation>Extraction</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Training</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>{}: looking…</source>
        <translation>{} : recherche…</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>{}: not possible yet. Missing: {}.</source>
        <translation>{} : pas encore possible. Manque : {}.</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>the graphics card ({})</source>
        <translation>la carte graphique ({})</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>the processor</source>
        <translation>le processeur</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>{}: ready. It runs on {}.</source>
        <translation>{} : prêt. Exécution sur {}.</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Missing: {}.</source>
        <translation>Manque : {}.</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Install again</source>
        <translation>Réinstaller</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Install</source>
        <translation>Installer</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Packages</source>
        <translation>Paquets</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Diagnose</source>
        <translation>Diagnostiquer</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Look at Python, packages, graphics card and network, and say what to do.</source>
        <translation>Examiner Python, les paquets, la carte graphique et le réseau, et indiquer quoi faire.</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Copy the diagnosis</source>
        <translation>Copier le diagnostic</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Package</source>
        <translation>Paquet</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Needed for</source>
        <translation>Nécessaire pour</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Options of the installation</source>
        <translation>Options de l'installation</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>extraction; validation of a trained model</source>
        <translation>extraction ; validation d'un modèle entraîné</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>charts in reports</source>
        <translation>graphiques des rapports</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>training</source>
        <translation>entraînement</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>model files of trained models</source>
        <translation>fichiers des modèles entraînés</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>labels in training</source>
        <translation>étiquettes pour l'entraînement</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>the log of a training for TensorBoard</source>
        <translation>le journal d'un entraînement pour TensorBoard</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>missing</source>
        <translation>manquant</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>{} (not for {})</source>
        <translation>{} (pas pour {})</translation>
    </message>
</context>
<context>
    <name>PixelCounter</name>
    <message>
        <location filename="../../ui/pixel_counter.py"/>
        <source>Count the pixels of {}</source>
        <translation>Compter les pixels de {}</translation>
    </message>
</context>
<context>
    <name>PolygonMaker</name>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>Make measured polygons of what lies at or above the threshold, as a new layer; in the background.</source>
        <translation>Créer des polygones mesurés de ce qui atteint le seuil, dans une nouvelle couche ; en arrière-plan.</translation>
    </message>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>Make Polygons at {}</source>
        <translation>Créer les polygones à {}</translation>
    </message>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>Make polygons of {layer} at {threshold}</source>
        <translation>Créer les polygones de {layer} à {threshold}</translation>
    </message>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>Add to this project</source>
        <translation>Ajouter à ce projet</translation>
    </message>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>Cancelled; nothing is left behind.</source>
        <translation>Annulé ; rien n'est laissé derrière.</translation>
    </message>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>Landslides at {threshold}: {count}; area: {ha} ha ({km2} km²).</source>
        <translation>Glissements de terrain à {threshold} : {count} ; superficie : {ha} ha ({km2} km²).</translation>
    </message>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>The project that it was started in is closed.</source>
        <translation>Le projet dans lequel cela a été lancé est fermé.</translation>
    </message>
</context>
<context>
    <name>PrecisionRecallPlot</name>
    <message>
        <location filename="../../ui/precision_recall_plot.py"/>
        <source>Recall</source>
        <translation>Rappel</translation>
    </message>
    <message>
        <location filename="../../ui/precision_recall_plot.py"/>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <location filename="../../ui/result_view.py"/>
        <source>Swipe</source>
        <translation>Volet de comparaison</translation>
    </message>
    <message>
        <location filename="../../ui/result_view.py"/>
        <source>Put a handle on the canvas that can be dragged: left of it the map is without Scarp's results. Esc ends it. ({key})</source>
        <translation>Place sur le canevas une poignée que l'on peut déplacer : à sa gauche, la carte est sans les résultats de Scarp. Échap y met fin. ({key})</translation>
    </message>
    <message>
        <location filename="../../ui/result_view.py"/>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <location filename="../../ui/result_view.py"/>
        <source>Hides Scarp's results on the canvas as long as it, or the key {key}, is held down.</source>
        <translation>Masque les résultats de Scarp sur le canevas tant que ce bouton, ou la touche {key}, reste enfoncé.</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Go to the landslide above</source>
        <translation>Aller au glissement de terrain du dessus</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Go to the landslide below</source>
        <translation>Aller au glissement de terrain du dessous</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>It is a landslide</source>
        <translation>C'est un glissement de terrain</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Reject</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>It is none</source>
        <translation>Ce n'en est pas un</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Not Reviewed</source>
        <translation>Non vérifié</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Set back to not reviewed</source>
        <translation>Remettre à non vérifié</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Undo the last edit of the layer, as QGIS does</source>
        <translation>Annuler la dernière modification de la couche, comme le fait QGIS</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Edit Geometry</source>
        <translation>Modifier la géométrie</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Edit the outline with QGIS's own tool; the fields that Scarp has measured follow</source>
        <translation>Modifier le contour avec l'outil de QGIS ; les champs mesurés par Scarp suivent</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Reclassify</source>
        <translation>Reclasser</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>It is what the box says, such as a river</source>
        <translation>C'est ce que dit le champ de saisie, comme une rivière</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Pan Only</source>
        <translation>Déplacer seulement</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Keep the scale of the map when going to a landslide</source>
        <translation>Garder l'échelle de la carte en allant à un glissement de terrain</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Go On</source>
        <translation>Enchaîner</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Go to the next landslide after each accept, reject and reclassify</source>
        <translation>Aller au glissement de terrain suivant après chaque acceptation, rejet ou reclassement</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>To ROIs</source>
        <translation>Vers les ROI</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>For the next training, accepted ones become ROIs of landslide, and rejected ones ROIs of background that is easily taken for it; each once. Other classes are left out.</source>
        <translation>Pour le prochain entraînement, les acceptés deviennent des ROI de glissement de terrain, et les rejetés des ROI de fond que l'on confond facilement avec un glissement de terrain ; chacun une seule fois. Les autres classes sont exclues.</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Save Edits</source>
        <translation>Enregistrer les modifications</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Save the edits of the layer</source>
        <translation>Enregistrer les modifications de la couche</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Save Accepted As…</source>
        <translation>Enregistrer les acceptés sous…</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Write the accepted landslides to a file of their own</source>
        <translation>Écrire les glissements de terrain acceptés dans un fichier à part</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Save a Copy As…</source>
        <translation>Enregistrer une copie sous…</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Write all landslides to a file, and review that</source>
        <translation>Écrire tous les glissements de terrain dans un fichier, et vérifier celui-ci</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Delete Rejected</source>
        <translation>Supprimer les rejetés</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Delete the rejected landslides from the layer</source>
        <translation>Supprimer de la couche les glissements de terrain rejetés</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>No layer</source>
        <translation>Aucune couche</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Layer of landslides to review</source>
        <translation>Couche de glissements de terrain à vérifier</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Not reviewed</source>
        <translation>Non vérifiés</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Accepted</source>
        <translation>Acceptés</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Rejected</source>
        <translation>Rejetés</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Other classes</source>
        <translation>Autres classes</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Which landslides the table shows</source>
        <translation>Les glissements de terrain que montre la table</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>What a landslide is reclassified to; Return does it, Escape does not</source>
        <translation>La classe dans laquelle un glissement de terrain est reclassé ; Entrée l'applique, Échap non</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>More</source>
        <translation>Plus</translation>
    </message>
</context>
<context>
    <name>ReviewDock</name>
    <message>
        <location filename="../../ui/review.py"/>
        <source>Landslide review</source>
        <translation>Vérification des glissements de terrain</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>There is no layer under review; choose one.</source>
        <translation>Aucune couche n'est en cours de vérification ; choisissez-en une.</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>The landslides are being read; wait a moment.</source>
        <translation>Lecture des glissements de terrain ; veuillez patienter.</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>Choose a layer of landslides to review; an extraction is chosen by itself.</source>
        <translation>Choisissez une couche de glissements de terrain à vérifier ; une extraction est choisie automatiquement.</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>{reviewed} of {all} reviewed</source>
        <translation>{reviewed} sur {all} vérifiés</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>This is the last landslide of the list.</source>
        <translation>C'est le dernier glissement de terrain de la liste.</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>This is the first landslide of the list.</source>
        <translation>C'est le premier glissement de terrain de la liste.</translation>
    </message>
    <message>
        <location filename="../../ui/review_canvas.py"/>
        <source>This landslide has no outline; delete it or draw one.</source>
        <translation>Ce glissement de terrain n'a pas de contour ; supprimez-le ou dessinez-en un.</translation>
    </message>
    <message>
        <location filename="../../ui/review_canvas.py"/>
        <source>This landslide lies where the map's coordinate system is not defined; choose another one for the project.</source>
        <translation>Ce glissement de terrain se trouve là où le système de coordonnées de la carte n'est pas défini ; choisissez-en un autre pour le projet.</translation>
    </message>
    <message>
        <location filename="../../ui/review_export.py"/>
        <source>No vector format has the ending {ending}; choose .gpkg, .shp or .geojson.</source>
        <translation>Aucun format vecteur n'a l'extension {ending} ; choisissez .gpkg, .shp ou .geojson.</translation>
    </message>
    <message>
        <location filename="../../ui/review_export.py"/>
        <source>The layer "{layer}" is in the file {path}; choose another name.</source>
        <translation>La couche « {layer} » est dans le fichier {path} ; choisissez un autre nom.</translation>
    </message>
    <message>
        <location filename="../../ui/review_export.py"/>
        <source>{} was written, but cannot be opened; look whether it is still there.</source>
        <translation>{} a été écrit, mais ne peut pas être ouvert ; vérifiez qu'il est encore là.</translation>
    </message>
    <message>
        <location filename="../../ui/review_rois.py"/>
        <source>Compare the review with the ROIs "{}"</source>
        <translation>Comparer la vérification avec les ROI « {} »</translation>
    </message>
    <message>
        <location filename="../../ui/review_rois.py"/>
        <source>The ROI layer "{layer}" has no field "{field}", so what was rejected would be landslide there; choose another ROI layer, or make a new one.</source>
        <translation>La couche de ROI « {layer} » n'a pas de champ « {field} », ce qui a été rejeté y serait donc un glissement de terrain ; choisissez une autre couche de ROI ou créez-en une nouvelle.</translation>
    </message>
    <message>
        <location filename="../../ui/review_rois.py"/>
        <source>Review sent to ROIs</source>
        <translation>Vérification envoyée vers les ROI</translation>
    </message>
    <message>
        <location filename="../../ui/review_rois.py"/>
        <source>The layer "{}" does not take what was reviewed; choose another ROI layer.</source>
        <translation>La couche « {} » n'accepte pas ce qui a été vérifié ; choisissez une autre couche de ROI.</translation>
    </message>
    <message>
        <location filename="../../ui/review_rows.py"/>
        <source>Read the landslides of "{}"</source>
        <translation>Lire les glissements de terrain de « {} »</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The field "{field}" of the layer "{layer}" holds numbers, so it cannot keep the status; rename it, or save a copy without it.</source>
        <translation>Le champ « {field} » de la couche « {layer} » contient des nombres, il ne peut donc pas conserver le statut ; renommez-le ou enregistrez une copie sans lui.</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The layer "{}" is read-only, so the status cannot be kept in it; save a copy and review that.</source>
        <translation>La couche « {} » est en lecture seule, le statut ne peut donc pas y être conservé ; enregistrez une copie et vérifiez celle-ci.</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The layer "{}" takes no new field or no new values, so the status cannot be kept in it; save a copy and review that.</source>
        <translation>La couche « {} » n'accepte ni nouveau champ ni nouvelles valeurs, le statut ne peut donc pas y être conservé ; enregistrez une copie et vérifiez celle-ci.</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The layer "{}" cannot be edited in this way; save a copy and review that.</source>
        <translation>La couche « {} » ne peut pas être modifiée de cette façon ; enregistrez une copie et vérifiez celle-ci.</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The layer "{}" cannot be edited; save a copy and review that.</source>
        <translation>La couche « {} » ne peut pas être modifiée ; enregistrez une copie et vérifiez celle-ci.</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>Landslides accepted</source>
        <translation>Glissements de terrain acceptés</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>Landslides rejected</source>
        <translation>Glissements de terrain rejetés</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>Landslides set to not reviewed</source>
        <translation>Glissements de terrain remis à non vérifié</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>Landslides reclassified</source>
        <translation>Glissements de terrain reclassés</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The layer "{}" does not take it; save a copy and review that.</source>
        <translation>La couche « {} » ne l'accepte pas ; enregistrez une copie et vérifiez celle-ci.</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>Field for the review added</source>
        <translation>Champ de vérification ajouté</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The layer "{}" takes no new field; save a copy and review that.</source>
        <translation>La couche « {} » n'accepte pas de nouveau champ ; enregistrez une copie et vérifiez celle-ci.</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>accepted</source>
        <translation>accepté</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>rejected</source>
        <translation>rejeté</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>not reviewed</source>
        <translation>non vérifié</translation>
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
        <translation>non vérifié</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>accepted</source>
        <translation>accepté</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>rejected</source>
        <translation>rejeté</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>The field id; without one, the id of the feature</source>
        <translation>Le champ id ; à défaut, l'identifiant de l'entité</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Area</source>
        <translation>Superficie</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Area on the ellipsoid, measured on the outline</source>
        <translation>Superficie sur l'ellipsoïde, mesurée sur le contour</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Mean</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Mean probability of a landslide in it</source>
        <translation>Probabilité moyenne d'un glissement de terrain à l'intérieur</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Highest probability of a landslide in it</source>
        <translation>Probabilité maximale d'un glissement de terrain à l'intérieur</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Length</source>
        <translation>Longueur</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Long side of the box around it, measured on the outline</source>
        <translation>Grand côté de la boîte qui l'entoure, mesuré sur le contour</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>How sure the model is of this landslide as a whole</source>
        <translation>À quel point le modèle est sûr de ce glissement de terrain dans son ensemble</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>What the review says</source>
        <translation>Ce que dit la vérification</translation>
    </message>
</context>
<context>
    <name>ReviewStyle</name>
    <message>
        <location filename="../../ui/review_style.py"/>
        <source>Accepted</source>
        <translation>Accepté</translation>
    </message>
    <message>
        <location filename="../../ui/review_style.py"/>
        <source>Rejected</source>
        <translation>Rejeté</translation>
    </message>
    <message>
        <location filename="../../ui/review_style.py"/>
        <source>Other class</source>
        <translation>Autre classe</translation>
    </message>
    <message>
        <location filename="../../ui/review_style.py"/>
        <source>Not reviewed</source>
        <translation>Non vérifié</translation>
    </message>
</context>
<context>
    <name>RoiAdvice</name>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>ROIs outside the image, which are not used: {}.</source>
        <translation>ROI hors de l'image, qui ne sont pas utilisées : {}.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>ROIs without a class, which are not used: {}. Set it in the attribute table.</source>
        <translation>ROI sans classe, qui ne sont pas utilisées : {}. Renseignez-la dans la table attributaire.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>ROIs without a geometry, which are not used: {}. Delete them.</source>
        <translation>ROI sans géométrie, qui ne sont pas utilisées : {}. Supprimez-les.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>QGIS gives new features the values of the one before, and so not the class that is chosen here: switch that off under Settings &gt; Options &gt; Digitizing.</source>
        <translation>QGIS donne aux nouvelles entités les valeurs de la précédente, et donc pas la classe choisie ici : désactivez cela dans Préférences &gt; Options &gt; Numérisation.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>There are edits that are not saved; a training uses them too.</source>
        <translation>Certaines modifications ne sont pas enregistrées ; un entraînement les utilise aussi.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>There are no ROIs yet. Draw polygons on landslides.</source>
        <translation>Il n'y a pas encore de ROI. Dessinez des polygones sur des glissements de terrain.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>No ROI is a landslide, so there is nothing to learn.</source>
        <translation>Aucune ROI n'est un glissement de terrain, il n'y a donc rien à apprendre.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>Landslides are few: {count}. With {few} or more, of all kinds and in all parts of the image, a model gets good.</source>
        <translation>Il y a peu de glissements de terrain : {count}. À partir de {few}, de tous types et dans toutes les parties de l'image, un modèle devient bon.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>What no ROI covers is left out, so draw background of all kinds.</source>
        <translation>Ce qu'aucune ROI ne couvre est exclu : dessinez donc du fond de tous types.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>All other ground counts as background: draw every landslide of the image, or some background too.</source>
        <translation>Tout le reste du sol compte comme fond : dessinez tous les glissements de terrain de l'image, ou aussi un peu de fond.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>No field says the class, so all ROIs are landslides, and all other ground counts as background: draw every landslide of the image.</source>
        <translation>Aucun champ n'indique la classe, toutes les ROI sont donc des glissements de terrain et tout le reste du sol compte comme fond : dessinez tous les glissements de terrain de l'image.</translation>
    </message>
</context>
<context>
    <name>RoiClassesTable</name>
    <message>
        <location filename="../../ui/roi_classes_table.py"/>
        <source>Rejected</source>
        <translation>Rejetés</translation>
    </message>
    <message>
        <location filename="../../ui/roi_classes_table.py"/>
        <source>Draw landslides, with scarp and runout.</source>
        <translation>Dessinez des glissements de terrain, avec l'escarpement et la zone de dépôt.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_classes_table.py"/>
        <source>Draw ground that is no landslide: forest, fields, roads, water, bare ground.</source>
        <translation>Dessinez du sol qui n'est pas un glissement de terrain : forêt, champs, routes, eau, sol nu.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_classes_table.py"/>
        <source>Draw background that a model took for a landslide; a review puts it here too.</source>
        <translation>Dessinez le fond qu'un modèle a pris pour un glissement de terrain ; une vérification l'ajoute aussi ici.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_classes_table.py"/>
        <source>Key: {}</source>
        <translation>Touche : {}</translation>
    </message>
</context>
<context>
    <name>RoiDrawing</name>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Choose a layer of ROIs</source>
        <translation>Choisissez une couche de ROI</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>ROI layer</source>
        <translation>Couche de ROI</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Polygons drawn on landslides, and on ground that is none.</source>
        <translation>Polygones dessinés sur des glissements de terrain, et sur du sol qui n'en est pas.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>&amp;New</source>
        <translation>&amp;Nouvelle</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>&amp;Class field</source>
        <translation>&amp;Champ de classe</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Field that says the class: landslide or 1, background or 0. None: all polygons are landslides.</source>
        <translation>Champ qui indique la classe : landslide ou 1, background ou 0. Aucun : tous les polygones sont des glissements de terrain.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>&amp;Draw</source>
        <translation>&amp;Dessiner</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Draw polygons of the class that is chosen, with QGIS's tools: click for corners, right-click to finish. Nothing is asked; the keys 1, 2 and 3 change the class, Ctrl+Z undoes.</source>
        <translation>Dessiner des polygones de la classe choisie, avec les outils de QGIS : cliquez pour les sommets, clic droit pour terminer. Rien n'est demandé ; les touches 1, 2 et 3 changent la classe, Ctrl+Z annule.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>&amp;Save Edits</source>
        <translation>Enregistrer le&amp;s modifications</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Write what was drawn into the layer's file, and go on drawing.</source>
        <translation>Écrire ce qui a été dessiné dans le fichier de la couche, et continuer à dessiner.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Folder for the ROI Layer</source>
        <translation>Dossier de la couche de ROI</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>The ROI layer is the file {}.</source>
        <translation>La couche de ROI est le fichier {}.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Snapping was switched off.</source>
        <translation>L'accrochage a été désactivé.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Make a ROI layer: {}</source>
        <translation>Créer une couche de ROI : {}</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>The layer "{}" cannot be edited; choose another, or make a new one.</source>
        <translation>La couche « {} » ne peut pas être modifiée ; choisissez-en une autre ou créez-en une nouvelle.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Choose an image in step 1; ROIs are drawn on it.</source>
        <translation>Choisissez une image à l'étape 1 ; les ROI y sont dessinées.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Make a new layer of ROIs and draw on it; you are asked for its folder.</source>
        <translation>Créer une nouvelle couche de ROI et y dessiner ; son dossier vous sera demandé.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Make a new layer of ROIs and draw on it: {}</source>
        <translation>Créer une nouvelle couche de ROI et y dessiner : {}</translation>
    </message>
</context>
<context>
    <name>RoiLayer</name>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>Landslide</source>
        <translation>Glissement de terrain</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>Background</source>
        <translation>Fond</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>Background (rejected)</source>
        <translation>Fond (rejeté)</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>There is a file {path} already; choose another name.</source>
        <translation>Un fichier {path} existe déjà ; choisissez un autre nom.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>The ROI layer {path} cannot be made ({reason}); choose another folder.</source>
        <translation>La couche de ROI {path} ne peut pas être créée ({reason}) ; choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>The layer "{}" cannot be edited; choose another ROI layer.</source>
        <translation>La couche « {} » ne peut pas être modifiée ; choisissez une autre couche de ROI.</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>The polygon cannot be reprojected to {crs} of the layer "{layer}".</source>
        <translation>Le polygone ne peut pas être reprojeté dans {crs} de la couche « {layer} ».</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>ROI added</source>
        <translation>ROI ajoutée</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>The layer "{}" takes no polygon; choose another ROI layer.</source>
        <translation>La couche « {} » n'accepte aucun polygone ; choisissez une autre couche de ROI.</translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message>
        <location filename="../../ui/run.py"/>
        <source>There is no algorithm "{}"; enable the plugin Scarp.</source>
        <translation>L'algorithme « {} » n'existe pas ; activez l'extension Scarp.</translation>
    </message>
    <message>
        <location filename="../../ui/run.py"/>
        <source>The layer "{}" was removed before the run could begin; add it again and start anew.</source>
        <translation>La couche « {} » a été retirée avant que l'exécution ait pu commencer ; ajoutez-la de nouveau et relancez.</translation>
    </message>
    <message>
        <location filename="../../ui/run.py"/>
        <source>It failed without a reason; look at the log under View &gt; Panels &gt; Log Messages &gt; Scarp.</source>
        <translation>Échec sans raison indiquée ; consultez le journal sous Vue &gt; Panneaux &gt; Journal des messages &gt; Scarp.</translation>
    </message>
</context>
<context>
    <name>RunRow</name>
    <message>
        <location filename="../../ui/run_row.py"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../../ui/run_row.py"/>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <location filename="../../ui/run_row.py"/>
        <source>Cancelling…</source>
        <translation>Annulation…</translation>
    </message>
</context>
<context>
    <name>Scarp</name>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Landslides</source>
        <translation>Glissements de terrain</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Advanced parameters</source>
        <translation>Paramètres avancés</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>Create label raster</source>
        <translation>Créer un raster d'étiquettes</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>Turns polygons drawn on an image (ROIs) into labels to train a model on.</source>
        <translation>Transforme des polygones dessinés sur une image (ROI) en étiquettes pour entraîner un modèle.</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>landslide,label,labels,mask,roi,region of interest,training,samples,rasterize,ground truth,reference</source>
        <translation>glissement de terrain,étiquette,étiquettes,label,masque,roi,région d'intérêt,entraînement,échantillons,rastérisation,vérité terrain,référence</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>Landslide pixels</source>
        <translation>Pixels de glissement de terrain</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>Pixels of each class</source>
        <translation>Pixels de chaque classe</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>Background pixels</source>
        <translation>Pixels de fond</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>Unlabelled pixels</source>
        <translation>Pixels non étiquetés</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>{scene} – label raster</source>
        <translation>{scene} – raster d'étiquettes</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>{scene} – labels</source>
        <translation>{scene} – étiquettes</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Describe an image</source>
        <translation>Décrire une image</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Says what Scarp sees in an image, which models fit it, and how long an extraction takes.</source>
        <translation>Indique ce que Scarp voit dans une image, quels modèles lui conviennent et combien de temps dure une extraction.</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>describe,image,info,information,metadata,bands,resolution,values,nodata,model,suggest,fit,time,estimate,windows,tiles,memory,report,json</source>
        <translation>décrire,image,info,information,métadonnées,bandes,résolution,valeurs,nodata,modèle,suggérer,convenir,temps,estimation,fenêtres,tuiles,mémoire,rapport,json</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>&lt;p&gt;Says, before anything is extracted, what Scarp sees in an image: bands and what they are taken for, values, nodata, ground resolution; which model suits it and why, which do not; and how long an extraction would take on this computer.&lt;/p&gt;&lt;p&gt;It is quick however large the image is: values and nodata are &lt;b&gt;estimates&lt;/b&gt; from overviews or, where there are none, from some of its blocks. The time is that of one tile, which is run through the model, times the number of tiles; it is measured once for each model and device until QGIS is closed.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Indique, avant toute extraction, ce que Scarp voit dans une image : les bandes et leur interprétation, les valeurs, nodata, la résolution au sol ; quel modèle lui convient et pourquoi, lesquels ne conviennent pas ; et combien de temps durerait une extraction sur cet ordinateur.&lt;/p&gt;&lt;p&gt;C'est rapide quelle que soit la taille de l'image : les valeurs et nodata sont des &lt;b&gt;estimations&lt;/b&gt; tirées des aperçus ou, à défaut, de quelques-uns de ses blocs. Le temps est celui d'une tuile, que l'on fait passer dans le modèle, multiplié par le nombre de tuiles ; il n'est mesuré qu'une fois par modèle et par périphérique jusqu'à la fermeture de QGIS.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>A JSON object: &lt;i&gt;width&lt;/i&gt;, &lt;i&gt;height&lt;/i&gt;, &lt;i&gt;bands&lt;/i&gt;, &lt;i&gt;crs&lt;/i&gt;, &lt;i&gt;resolution_m&lt;/i&gt;, &lt;i&gt;working_resolution_m&lt;/i&gt;, &lt;i&gt;values&lt;/i&gt;, &lt;i&gt;nodata&lt;/i&gt;, &lt;i&gt;model&lt;/i&gt; (the one asked for), &lt;i&gt;suggested&lt;/i&gt;, &lt;i&gt;models&lt;/i&gt; (how each fits, and why), &lt;i&gt;work&lt;/i&gt; (windows, memory), &lt;i&gt;time&lt;/i&gt; (seconds, and what they are based on) and &lt;i&gt;warnings&lt;/i&gt;, among others.</source>
        <translation>Un objet JSON : &lt;i&gt;width&lt;/i&gt;, &lt;i&gt;height&lt;/i&gt;, &lt;i&gt;bands&lt;/i&gt;, &lt;i&gt;crs&lt;/i&gt;, &lt;i&gt;resolution_m&lt;/i&gt;, &lt;i&gt;working_resolution_m&lt;/i&gt;, &lt;i&gt;values&lt;/i&gt;, &lt;i&gt;nodata&lt;/i&gt;, &lt;i&gt;model&lt;/i&gt; (celui qui est demandé), &lt;i&gt;suggested&lt;/i&gt;, &lt;i&gt;models&lt;/i&gt; (comment chacun convient, et pourquoi), &lt;i&gt;work&lt;/i&gt; (fenêtres, mémoire), &lt;i&gt;time&lt;/i&gt; (secondes, et ce sur quoi elles reposent) et &lt;i&gt;warnings&lt;/i&gt;, entre autres.</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Any raster that is read through GDAL, of any size.</source>
        <translation>Tout raster lisible par GDAL, de n'importe quelle taille.</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>That the image is to be read for. &lt;i&gt;auto&lt;/i&gt; takes the one that &lt;i&gt;Extract landslides&lt;/i&gt; would.</source>
        <translation>Celui pour lequel l'image doit être lue. &lt;i&gt;auto&lt;/i&gt; prend celui que prendrait &lt;i&gt;Extraire les glissements de terrain&lt;/i&gt;.</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Bands</source>
        <translation>Bandes</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>The image's bands in the model's order. Empty finds them by their names and colours, else takes the first ones.</source>
        <translation>Les bandes de l'image dans l'ordre du modèle. Vide : elles sont trouvées par leurs noms et leurs couleurs, sinon les premières sont prises.</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Device</source>
        <translation>Périphérique</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>That the time is measured on. &lt;i&gt;auto&lt;/i&gt; uses an NVIDIA graphics card where it works.</source>
        <translation>Celui sur lequel le temps est mesuré. &lt;i&gt;auto&lt;/i&gt; utilise une carte graphique NVIDIA si elle fonctionne.</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>CPU threads</source>
        <translation>Threads du processeur</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>0 uses all cores.</source>
        <translation>0 utilise tous les cœurs.</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>What was found as a page (.html) or as text (.txt).</source>
        <translation>Ce qui a été trouvé, sous forme de page (.html) ou de texte (.txt).</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>Diagnose</source>
        <translation>Diagnostiquer</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>Says which packages, device and proxy Scarp uses, what is missing, and what mends it.</source>
        <translation>Indique quels paquets, quel périphérique et quel proxy Scarp utilise, ce qui manque et comment y remédier.</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>Setup</source>
        <translation>Configuration</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>diagnose,diagnosis,packages,python,versions,onnxruntime,pytorch,torch,cuda,gpu,setup,report,bug,help</source>
        <translation>diagnostiquer,diagnostic,paquets,python,versions,onnxruntime,pytorch,torch,cuda,gpu,configuration,rapport,bogue,aide</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>&lt;p&gt;Looks at everything that Scarp runs on: the Python of QGIS, the environment with the packages, ONNX Runtime and PyTorch, the NVIDIA card, the disk and the proxy. The text in the log ends with what to do; copy it when you report a problem. It holds no passwords.&lt;/p&gt;&lt;p&gt;Nothing is changed and nothing is sent.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Examine tout ce dont Scarp a besoin pour fonctionner : le Python de QGIS, l'environnement et ses paquets, ONNX Runtime et PyTorch, la carte NVIDIA, le disque et le proxy. Le texte du journal se termine par ce qu'il faut faire ; copiez-le lorsque vous signalez un problème. Il ne contient aucun mot de passe.&lt;/p&gt;&lt;p&gt;Rien n'est modifié et rien n'est envoyé.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>The diagnosis.</source>
        <translation>Le diagnostic.</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>For programs, as JSON: for &lt;i&gt;extraction&lt;/i&gt; and &lt;i&gt;training&lt;/i&gt; which packages are missing, whether it can run, and on what device (&lt;i&gt;cpu&lt;/i&gt; or &lt;i&gt;cuda&lt;/i&gt;); versions; the card.</source>
        <translation>Pour les programmes, en JSON : pour &lt;i&gt;extraction&lt;/i&gt; et &lt;i&gt;training&lt;/i&gt;, quels paquets manquent, si l'exécution est possible, et sur quel périphérique (&lt;i&gt;cpu&lt;/i&gt; ou &lt;i&gt;cuda&lt;/i&gt;) ; les versions ; la carte.</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>The diagnosis as a page (.html) or as text (.txt).</source>
        <translation>Le diagnostic sous forme de page (.html) ou de texte (.txt).</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>Diagnosis</source>
        <translation>Diagnostic</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>State of the packages</source>
        <translation>État des paquets</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluate_extraction.py"/>
        <source>Evaluate extraction</source>
        <translation>Évaluer l'extraction</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluate_extraction.py"/>
        <source>Scores an extraction against a reference, and maps what is correct, missed and false.</source>
        <translation>Note une extraction par rapport à une référence et cartographie ce qui est correct, manqué et faux.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluate_extraction.py"/>
        <source>{layer} – error map</source>
        <translation>{layer} – carte d'erreurs</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluate_extraction.py"/>
        <source>{layer} – errors</source>
        <translation>{layer} – erreurs</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Extraction</source>
        <translation>Extraction</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>What was extracted: polygons; or a raster, of probabilities, of 0 and 1 (1 is landslide), or of classes. It may come from any program.</source>
        <translation>Ce qui a été extrait : des polygones ; ou un raster, de probabilités, de 0 et de 1 (1 est un glissement de terrain), ou de classes. Il peut provenir de n'importe quel programme.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Threshold</source>
        <translation>Seuil</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Of a probability raster: a pixel is landslide at or above it. Empty takes the one that the model recommends, which a raster of Scarp states, else 0.5. Polygons and masks need none.</source>
        <translation>Pour un raster de probabilité : un pixel est un glissement de terrain à partir de ce seuil. Vide : celui que recommande le modèle, qui est indiqué dans un raster de Scarp, sinon 0.5. Les polygones et les masques n'en ont pas besoin.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>What is true: polygons of all landslides; or a label raster of 1 (landslide), 0 (other) and 255 or nodata (unlabelled, left out). It may have another grid and coordinate system.</source>
        <translation>Ce qui est vrai : les polygones de tous les glissements de terrain ; ou un raster d'étiquettes de 1 (glissement de terrain), 0 (autre) et 255 ou nodata (non étiqueté, exclu). Sa grille et son système de coordonnées peuvent être différents.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Area</source>
        <translation>Zone</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Polygons to compare in: where the reference is complete. What lies outside is left out.</source>
        <translation>Polygones dans lesquels comparer : là où la référence est complète. Ce qui se trouve à l'extérieur est exclu.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Extent</source>
        <translation>Emprise</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Rectangle to compare in. With an area too, what lies in both.</source>
        <translation>Rectangle dans lequel comparer. Si une zone est aussi donnée, ce qui se trouve dans les deux.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>What was extracted from, or its probability raster: where it is nodata is left out, as is the black collar of an image that declares no nodata, and the report shows the errors on it. Polygons are compared on its pixels.</source>
        <translation>Image d'où provient l'extraction, ou son raster de probabilité : là où elle vaut nodata, rien n'est comparé, ni sur la bordure noire d'une image qui ne déclare pas de nodata, et le rapport montre les erreurs sur cette image. Les polygones sont comparés sur ses pixels.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Overlap (%)</source>
        <translation>Recouvrement (%)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>A landslide is found, or an extracted one right, where the other layer covers this share of it.</source>
        <translation>Un glissement de terrain est trouvé, ou un glissement extrait est juste, si l'autre couche en recouvre cette part.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Size classes (m²)</source>
        <translation>Classes de taille (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Limits between the classes of area that the scores by object are also given for, separated by commas. Empty: no classes.</source>
        <translation>Limites entre les classes de superficie pour lesquelles les scores par objet sont aussi donnés, séparées par des virgules. Vide : pas de classes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Resolution (m)</source>
        <translation>Résolution (m)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Size of the pixels, where both layers are polygons. Empty takes those of the image; without one, a tenth of the width of small landslides, or what gives a grid of 100 million pixels. Rasters are compared on their own pixels.</source>
        <translation>Taille des pixels, lorsque les deux couches sont des polygones. Vide : celle de l'image ; sans image, un dixième de la largeur des petits glissements de terrain, ou ce qui donne une grille de 100 millions de pixels. Les rasters sont comparés sur leurs propres pixels.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Error map</source>
        <translation>Carte d'erreurs</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>GeoTIFF: 1 correct (green), 2 missed (red), 3 false (blue), 0 right background, 255 not compared.</source>
        <translation>GeoTIFF : 1 correct (vert), 2 manqué (rouge), 3 faux (bleu), 0 fond juste, 255 non comparé.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Error polygons</source>
        <translation>Polygones d'erreurs</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>The same as polygons, with the fields &lt;i&gt;kind&lt;/i&gt; (correct, missed, false) and &lt;i&gt;area_m2&lt;/i&gt; (ellipsoidal).</source>
        <translation>La même chose sous forme de polygones, avec les champs &lt;i&gt;kind&lt;/i&gt; (correct, missed, false) et &lt;i&gt;area_m2&lt;/i&gt; (ellipsoïdale).</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>HTML files (*.html)</source>
        <translation>Fichiers HTML (*.html)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>All scores and a picture of the errors, as one HTML page.</source>
        <translation>Tous les scores et une image des erreurs, en une page HTML.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Numbers</source>
        <translation>Chiffres</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>JSON files (*.json)</source>
        <translation>Fichiers JSON (*.json)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>All scores as a JSON file, for other programs; what is not defined is null.</source>
        <translation>Tous les scores dans un fichier JSON, pour d'autres programmes ; ce qui n'est pas défini vaut null.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>By pixel. Liu et al. 2021, formula {number}.</source>
        <translation>Par pixel. Liu et al. 2021, formule {number}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Recall</source>
        <translation>Rappel</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Overall accuracy</source>
        <translation>Exactitude globale</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Mean IoU</source>
        <translation>IoU moyen</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>IoU of landslide</source>
        <translation>IoU des glissements de terrain</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Correct pixels (TP)</source>
        <translation>Pixels corrects (TP)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Landslide, extracted.</source>
        <translation>Glissement de terrain, extrait.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>False pixels (FP)</source>
        <translation>Pixels faux (FP)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Extracted, but no landslide.</source>
        <translation>Extrait, mais pas un glissement de terrain.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Missed pixels (FN)</source>
        <translation>Pixels manqués (FN)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Landslide, but not extracted.</source>
        <translation>Glissement de terrain, mais non extrait.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Right background pixels (TN)</source>
        <translation>Pixels de fond justes (TN)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Neither.</source>
        <translation>Ni l'un ni l'autre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Correct area (m²)</source>
        <translation>Superficie correcte (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Ellipsoidal.</source>
        <translation>Ellipsoïdale.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Missed area (m²)</source>
        <translation>Superficie manquée (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>False area (m²)</source>
        <translation>Superficie fausse (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Landslides of the reference</source>
        <translation>Glissements de terrain de la référence</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>In what is compared.</source>
        <translation>Dans ce qui est comparé.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Landslides found</source>
        <translation>Glissements de terrain trouvés</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Those of them that the extraction covers.</source>
        <translation>Ceux d'entre eux que l'extraction recouvre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Extracted landslides</source>
        <translation>Glissements de terrain extraits</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Extracted landslides that are right</source>
        <translation>Glissements de terrain extraits justes</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Those of them that the reference covers.</source>
        <translation>Ceux d'entre eux que la référence recouvre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Precision by object</source>
        <translation>Précision par objet</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Share of the extracted landslides that are right.</source>
        <translation>Part des glissements de terrain extraits qui sont justes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Recall by object</source>
        <translation>Rappel par objet</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Share of the landslides of the reference that are found.</source>
        <translation>Part des glissements de terrain de la référence qui sont trouvés.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>F1 by object</source>
        <translation>F1 par objet</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Harmonic mean of both.</source>
        <translation>Moyenne harmonique des deux.</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>&lt;p&gt;Compares extracted landslides with a &lt;b&gt;reference&lt;/b&gt;, such as a visual interpretation or a field inventory: &lt;b&gt;scores&lt;/b&gt; by pixel, by object and by size, and a map of what is correct, missed and false.&lt;/p&gt;&lt;p&gt;By object, landslides are the polygons of a layer, or the connected pixels of a raster. Unlabelled pixels, nodata, and what lies outside the area are left out. A score that is not defined, such as precision where nothing was extracted, is no output. Give an area (or an image): without one, polygons are compared in the rectangle around both layers, on which overall accuracy and mean IoU depend.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Compare des glissements de terrain extraits à une &lt;b&gt;référence&lt;/b&gt;, comme une interprétation visuelle ou un inventaire de terrain : des &lt;b&gt;scores&lt;/b&gt; par pixel, par objet et par taille, et une carte de ce qui est correct, manqué et faux.&lt;/p&gt;&lt;p&gt;Par objet, les glissements de terrain sont les polygones d'une couche ou les pixels connexes d'un raster. Les pixels non étiquetés, nodata et ce qui se trouve hors de la zone sont exclus. Un score qui n'est pas défini, comme la précision lorsque rien n'a été extrait, ne figure pas parmi les sorties. Donnez une zone (ou une image) : sans elle, les polygones sont comparés dans le rectangle qui entoure les deux couches, dont dépendent l'exactitude globale et l'IoU moyen.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>landslide,landslides,evaluation,accuracy,assessment,validation,precision,recall,f1,iou,miou,confusion matrix,error map,reference,ground truth,inventory,quality,score,metrics</source>
        <translation>glissement de terrain,glissements de terrain,évaluation,exactitude,validation,précision,rappel,f1,iou,miou,matrice de confusion,carte d'erreurs,référence,vérité terrain,inventaire,qualité,score,métriques</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>Extract landslides</source>
        <translation>Extraire les glissements de terrain</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>Maps landslides in an aerial or satellite image: their probability, and measured polygons.</source>
        <translation>Cartographie les glissements de terrain d'une image aérienne ou satellite : leur probabilité et des polygones mesurés.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>Number of landslides</source>
        <translation>Nombre de glissements de terrain</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>Area of all landslides (m²)</source>
        <translation>Superficie de tous les glissements de terrain (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>Threshold used</source>
        <translation>Seuil utilisé</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>{scene} – classes</source>
        <translation>{scene} – classes</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>{scene} – landslide probability</source>
        <translation>{scene} – probabilité de glissement de terrain</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>{scene} – landslides</source>
        <translation>{scene} – glissements de terrain</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Aerial, drone or satellite image taken after the event: any raster that is read through GDAL, of any size. Red, green and blue are found by themselves where the file names them.</source>
        <translation>Image aérienne, de drone ou satellite prise après l'événement : tout raster lisible par GDAL, de n'importe quelle taille. Le rouge, le vert et le bleu sont trouvés automatiquement si le fichier les nomme.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>&lt;i&gt;auto&lt;/i&gt; takes the bundled model that was made for the image's ground resolution and gives each pixel a probability. A model of instances, such as &lt;i&gt;maskrcnn&lt;/i&gt;, finds landslides one by one and keeps those that touch apart. &lt;i&gt;both&lt;/i&gt;, where &lt;i&gt;unet&lt;/i&gt; and &lt;i&gt;maskrcnn&lt;/i&gt; are there, takes the mean of their probabilities and keeps those apart that &lt;i&gt;maskrcnn&lt;/i&gt; does; it is the best and the slowest. &lt;i&gt;Install a model&lt;/i&gt; puts others into this list, and models of your own.</source>
        <translation>&lt;i&gt;auto&lt;/i&gt; prend le modèle fourni qui a été conçu pour la résolution au sol de l'image et donne une probabilité à chaque pixel. Un modèle d'instances, comme &lt;i&gt;maskrcnn&lt;/i&gt;, trouve les glissements de terrain un à un et sépare ceux qui se touchent. &lt;i&gt;both&lt;/i&gt;, lorsque &lt;i&gt;unet&lt;/i&gt; et &lt;i&gt;maskrcnn&lt;/i&gt; sont présents, prend la moyenne de leurs probabilités et sépare ceux que &lt;i&gt;maskrcnn&lt;/i&gt; sépare ; c'est le meilleur et le plus lent. &lt;i&gt;Installer un modèle&lt;/i&gt; en ajoute d'autres à cette liste, y compris les vôtres.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Polygons to work in. Only what lies in them is worked on, so a small area is done soon; outside, the probability is nodata.</source>
        <translation>Polygones dans lesquels travailler. Seul ce qui s'y trouve est traité, si bien qu'une petite zone est vite terminée ; à l'extérieur, la probabilité vaut nodata.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Rectangle to work in. With an area too, what lies in both.</source>
        <translation>Rectangle dans lequel travailler. Si une zone est aussi donnée, ce qui se trouve dans les deux.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>A pixel is landslide where its probability is the threshold or more. &lt;i&gt;recommended&lt;/i&gt;: the value at which the model did best when it was made; &lt;i&gt;otsu&lt;/i&gt;: the value that parts this image's probabilities best in two; &lt;i&gt;fixed&lt;/i&gt;: the value below.</source>
        <translation>Un pixel est un glissement de terrain si sa probabilité est supérieure ou égale au seuil. &lt;i&gt;recommended&lt;/i&gt; : la valeur pour laquelle le modèle a donné les meilleurs résultats lors de sa création ; &lt;i&gt;otsu&lt;/i&gt; : la valeur qui sépare le mieux en deux les probabilités de cette image ; &lt;i&gt;fixed&lt;/i&gt; : la valeur ci-dessous.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Fixed threshold</source>
        <translation>Seuil fixe</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>0 to 1, for &lt;i&gt;fixed&lt;/i&gt;. A higher one finds fewer landslides and fewer false ones.</source>
        <translation>De 0 à 1, pour &lt;i&gt;fixed&lt;/i&gt;. Une valeur plus élevée trouve moins de glissements de terrain et moins de faux.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Smallest score</source>
        <translation>Score minimal</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>For models of instances, 0 to 1: how sure the model must be of a landslide to take it. A higher one finds fewer landslides and fewer false ones. Empty takes the model's own. A pixel's probability is the score times that of the outline, so a score below the threshold finds nothing more.</source>
        <translation>Pour les modèles d'instances, de 0 à 1 : à quel point le modèle doit être sûr d'un glissement de terrain pour le retenir. Une valeur plus élevée trouve moins de glissements de terrain et moins de faux. Vide : celui du modèle. La probabilité d'un pixel est le score multiplié par celle du contour, si bien qu'un score inférieur au seuil ne trouve rien de plus.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Smallest landslide (m²)</source>
        <translation>Plus petit glissement de terrain (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Smaller ones are left out; of a landslide that a model of instances finds in several parts, smaller parts too. 0 keeps all.</source>
        <translation>Les plus petits sont exclus ; pour un glissement de terrain qu'un modèle d'instances trouve en plusieurs parties, les parties plus petites aussi. 0 les garde tous.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Smallest hole (m²)</source>
        <translation>Plus petit trou (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Smaller holes in a landslide are filled. 0 keeps all.</source>
        <translation>Les trous plus petits dans un glissement de terrain sont comblés. 0 les garde tous.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Simplify outlines by (m)</source>
        <translation>Simplifier les contours de (m)</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>How far an outline may leave the pixel edges to become smoother. 0 follows them exactly. Landslides that touch may then overlap by as much.</source>
        <translation>De combien un contour peut s'écarter des bords des pixels pour devenir plus lisse. 0 les suit exactement. Des glissements de terrain qui se touchent peuvent alors se superposer d'autant.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Elevation model</source>
        <translation>Modèle numérique de terrain</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Heights in metres. With it, each landslide gets its mean slope, highest and lowest point and relief.</source>
        <translation>Altitudes en mètres. Grâce à elles, chaque glissement de terrain reçoit sa pente moyenne, son point le plus haut et le plus bas et son dénivelé.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Model file</source>
        <translation>Fichier de modèle</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>A model as an .onnx file, made by Scarp or for Deepness. Goes before the model chosen above.</source>
        <translation>Un modèle sous forme de fichier .onnx, créé par Scarp ou pour Deepness. Il l'emporte sur le modèle choisi ci-dessus.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>The image's bands in the model's order, for most models red, green, blue. Empty finds them by their names and colours, else takes the first ones.</source>
        <translation>Les bandes de l'image dans l'ordre du modèle, pour la plupart des modèles rouge, vert, bleu. Vide : elles sont trouvées par leurs noms et leurs couleurs, sinon les premières sont prises.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Working ground resolution (m)</source>
        <translation>Résolution au sol de travail (m)</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Size of the pixels that are worked on. Empty takes the image's own, or the nearest that the model was made for: a drone image of 5 cm is read coarser, and takes no longer than its landslides need.</source>
        <translation>Taille des pixels traités. Vide : celle de l'image, ou la plus proche parmi celles pour lesquelles le modèle a été conçu : une image de drone de 5 cm est lue plus grossièrement et ne prend pas plus de temps que ses glissements de terrain n'en demandent.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Darkest value</source>
        <translation>Valeur la plus sombre</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Pixel value that the model is to see as black. Empty: 8-bit images are taken as they are, others from the 2nd percentile of the image.</source>
        <translation>Valeur de pixel que le modèle doit voir comme noire. Vide : les images de 8 bits sont prises telles quelles, les autres à partir du 2e centile de l'image.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Brightest value</source>
        <translation>Valeur la plus claire</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Pixel value that the model is to see as white. Empty: as they are, or to the 98th percentile. Set both to treat several images of one sensor alike.</source>
        <translation>Valeur de pixel que le modèle doit voir comme blanche. Vide : telles quelles, ou jusqu'au 98e centile. Renseignez les deux pour traiter de la même façon plusieurs images d'un même capteur.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Pixels joined</source>
        <translation>Connexité des pixels</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>&lt;i&gt;4&lt;/i&gt;: pixels that share an edge are one landslide; &lt;i&gt;8&lt;/i&gt;: also those that share a corner. With a model of instances, &lt;i&gt;Extract landslides&lt;/i&gt; goes by what the model says.</source>
        <translation>&lt;i&gt;4&lt;/i&gt; : les pixels qui partagent un bord forment un seul glissement de terrain ; &lt;i&gt;8&lt;/i&gt; : aussi ceux qui partagent un coin. Avec un modèle d'instances, &lt;i&gt;Extraire les glissements de terrain&lt;/i&gt; s'en tient à ce que dit le modèle.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Other classes veto landslides</source>
        <translation>Veto des autres classes sur les glissements de terrain</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>For models that also know cloud, road, water and the like: where another class (background is none) is more probable than landslide, the landslide's probability is lowered to below the threshold, by as much as the other class is above it. Another threshold tried later asks for a greater lead over the other classes, or forgives a small one of theirs. With &lt;i&gt;otsu&lt;/i&gt;, the model's own threshold counts here. Models of one class and models of instances have nothing to veto.</source>
        <translation>Pour les modèles qui connaissent aussi les nuages, les routes, l'eau, etc. : là où une autre classe (le fond n'en est pas une) est plus probable qu'un glissement de terrain, la probabilité de celui-ci est abaissée sous le seuil, d'autant que l'autre classe le dépasse. Un autre seuil essayé plus tard exige une plus grande avance sur les autres classes, ou en tolère une petite de leur part. Avec &lt;i&gt;otsu&lt;/i&gt;, c'est le seuil propre au modèle qui compte ici. Les modèles à une seule classe et les modèles d'instances n'ont rien à rejeter.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Overlap of tiles (%)</source>
        <translation>Recouvrement des tuiles (%)</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>The image is worked on in overlapping tiles, which are blended; what models of instances find of a landslide in several tiles is merged by what they overlap in, so with 0 it is not. More is smoother and slower. Empty takes {semantic:g}, for models of instances {instance:g}.</source>
        <translation>L'image est traitée en tuiles qui se recouvrent et sont fondues ; ce que les modèles d'instances trouvent d'un glissement de terrain dans plusieurs tuiles est fusionné d'après les parties communes, ce qui n'a donc pas lieu avec 0. Une valeur plus élevée est plus lisse et plus lente. Vide : {semantic:g}, pour les modèles d'instances {instance:g}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Tiles at once</source>
        <translation>Tuiles à la fois</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>0 suits the device. Fewer need less memory. Models of instances take one.</source>
        <translation>0 s'adapte au périphérique. Moins de tuiles demandent moins de mémoire. Les modèles d'instances en prennent une.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>&lt;i&gt;auto&lt;/i&gt; uses an NVIDIA graphics card where it works. The log says what was used.</source>
        <translation>&lt;i&gt;auto&lt;/i&gt; utilise une carte graphique NVIDIA si elle fonctionne. Le journal indique ce qui a été utilisé.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Landslide probability</source>
        <translation>Probabilité de glissement de terrain</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>GeoTIFF of 0 to 1 (stored as 0 to 100 per cent, nodata 255), so that another threshold needs no second run of the model. (It does with a model of instances: the raster does not tell landslides that touch apart.) Its style lies beside it.</source>
        <translation>GeoTIFF de 0 à 1 (enregistré de 0 à 100 pour cent, nodata 255), si bien qu'un autre seuil ne demande pas de nouvelle exécution du modèle. (C'est nécessaire avec un modèle d'instances : le raster ne sépare pas les glissements de terrain qui se touchent.) Son style se trouve à côté.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Classes</source>
        <translation>Classes</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>GeoTIFF of the class that is most probable at each pixel, of those at or above the threshold: 1, 2 and so on in the model's order (of equals the first), 0 none, 255 nodata, with names and colours. The threshold of the landslides holds for all classes. No veto is applied. Models of instances have none.</source>
        <translation>GeoTIFF de la classe la plus probable à chaque pixel, parmi celles qui atteignent le seuil : 1, 2 et ainsi de suite dans l'ordre du modèle (à égalité, la première), 0 aucune, 255 nodata, avec noms et couleurs. Le seuil des glissements de terrain vaut pour toutes les classes. Aucun veto n'est appliqué. Les modèles d'instances n'en ont pas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Polygons with area, perimeter, length, width, elongation, orientation, mean and highest probability, position, model, threshold and image; with an elevation model also slope and relief; with a model of instances also the score (empty where only the other of both models finds it). Areas and lengths are ellipsoidal.</source>
        <translation>Polygones avec superficie, périmètre, longueur, largeur, allongement, orientation, probabilité moyenne et maximale, position, modèle, seuil et image ; avec un modèle numérique de terrain, aussi la pente et le dénivelé ; avec un modèle d'instances, aussi le score (vide là où seul l'autre des deux modèles le trouve). Les superficies et les longueurs sont ellipsoïdales.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>&lt;p&gt;Finds landslides in an aerial, drone or satellite image with a neural network. It gives the &lt;b&gt;probability&lt;/b&gt; of a landslide at every pixel, and the &lt;b&gt;landslides&lt;/b&gt; as measured polygons where the probability reaches a threshold.&lt;/p&gt;&lt;p&gt;Nodata stays nodata. The image may be larger than memory. What was chosen for you (bands, values, resolution, device, threshold) is in the log. A run that fails or is cancelled leaves nothing behind.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Trouve les glissements de terrain dans une image aérienne, de drone ou satellite à l'aide d'un réseau de neurones. Il donne la &lt;b&gt;probabilité&lt;/b&gt; d'un glissement de terrain à chaque pixel, et les &lt;b&gt;glissements de terrain&lt;/b&gt; sous forme de polygones mesurés là où la probabilité atteint un seuil.&lt;/p&gt;&lt;p&gt;Nodata reste nodata. L'image peut dépasser la taille de la mémoire. Ce qui a été choisi pour vous (bandes, valeurs, résolution, périphérique, seuil) figure dans le journal. Une exécution qui échoue ou qui est annulée ne laisse rien derrière elle.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>How many there are; each is a feature of the layer.</source>
        <translation>Combien il y en a ; chacun est une entité de la couche.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Their area together, in square metres.</source>
        <translation>Leur superficie totale, en mètres carrés.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>The probability from which a pixel is landslide.</source>
        <translation>La probabilité à partir de laquelle un pixel est un glissement de terrain.</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>landslide,landslides,mass movement,debris flow,rockfall,slope,scarp,inventory,mapping,detection,extraction,segmentation,semantic,instance,classification,deep learning,machine learning,neural network,ai,unet,u-net,mask r-cnn,maskrcnn,onnx,probability,hazard,disaster,earthquake,rainfall,event,remote sensing,aerial,drone,uav,satellite,sentinel</source>
        <translation>glissement de terrain,glissements de terrain,éboulement,coulée de débris,coulée de boue,mouvement de terrain,versant,pente,escarpement,inventaire,cartographie,détection,extraction,segmentation,sémantique,instance,classification,apprentissage profond,apprentissage automatique,réseau de neurones,ia,unet,u-net,mask r-cnn,maskrcnn,onnx,probabilité,aléa,catastrophe,séisme,pluie,événement,télédétection,aérien,drone,uav,satellite,sentinel</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Install a model</source>
        <translation>Installer un modèle</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Puts a model, from a file or an address, into the list of Extract landslides.</source>
        <translation>Ajoute un modèle, depuis un fichier ou une adresse, à la liste de l'algorithme Extraire les glissements de terrain.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>install,model,onnx,download,fetch,add,weights,network,mask r-cnn,maskrcnn,sha256,checksum,offline</source>
        <translation>installer,modèle,onnx,télécharger,récupérer,ajouter,poids,réseau,mask r-cnn,maskrcnn,sha256,somme de contrôle,hors ligne</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>&lt;p&gt;Puts a model into the folder &lt;i&gt;scarp/models&lt;/i&gt; of your QGIS profile. &lt;i&gt;Extract landslides&lt;/i&gt; then lists it by its name. Give either a file or an address.&lt;/p&gt;&lt;p&gt;The model is put in place when it is complete, has the SHA-256 that was given, and says how it is to be used (the metadata of Scarp or Deepness). A run that fails or is cancelled leaves what was there before. What is fetched goes through QGIS's network settings, proxy and certificates included.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Place un modèle dans le dossier &lt;i&gt;scarp/models&lt;/i&gt; de votre profil QGIS. &lt;i&gt;Extraire les glissements de terrain&lt;/i&gt; le liste ensuite sous son nom. Donnez soit un fichier, soit une adresse.&lt;/p&gt;&lt;p&gt;Le modèle est mis en place s'il est complet, s'il a le SHA-256 donné et s'il indique comment l'utiliser (métadonnées de Scarp ou de Deepness). Une exécution qui échoue ou qui est annulée laisse ce qui était là auparavant. Ce qui est téléchargé passe par les paramètres réseau de QGIS, proxy et certificats compris.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>The file among your models.</source>
        <translation>Le fichier parmi vos modèles.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>By which &lt;i&gt;Extract landslides&lt;/i&gt; lists it.</source>
        <translation>Celui sous lequel &lt;i&gt;Extraire les glissements de terrain&lt;/i&gt; le liste.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Authentication</source>
        <translation>Authentification</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>A model on this computer, an .onnx file made by Scarp or for Deepness. It is copied.</source>
        <translation>Un modèle sur cet ordinateur, un fichier .onnx créé par Scarp ou pour Deepness. Il est copié.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Or address of the model</source>
        <translation>Ou adresse du modèle</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Where it is fetched from: https://, http:// or file://. Needs the SHA-256.</source>
        <translation>D'où il est téléchargé : https://, http:// ou file://. Le SHA-256 est nécessaire.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>The fingerprint that stands where the model is offered: 64 digits, or a line that &lt;i&gt;sha256sum&lt;/i&gt; writes. A file of another fingerprint is refused. May be left out for a file on this computer.</source>
        <translation>L'empreinte indiquée là où le modèle est proposé : 64 chiffres hexadécimaux, ou une ligne écrite par &lt;i&gt;sha256sum&lt;/i&gt;. Un fichier dont l'empreinte est différente est refusé. Peut être omise pour un fichier sur cet ordinateur.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Name of the model</source>
        <translation>Nom du modèle</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>By which &lt;i&gt;Extract landslides&lt;/i&gt; lists it. Empty takes the file's name without its ending.</source>
        <translation>Celui sous lequel &lt;i&gt;Extraire les glissements de terrain&lt;/i&gt; le liste. Vide : le nom du fichier sans son extension.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Replace a model of that name</source>
        <translation>Remplacer un modèle de ce nom</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Unless this is set, another model of that name stays, and this one is not installed.</source>
        <translation>Si cette option n'est pas cochée, un autre modèle de ce nom reste et celui-ci n'est pas installé.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>One of the authentications that QGIS keeps, for an address that asks for one.</source>
        <translation>Une des authentifications enregistrées dans QGIS, pour une adresse qui en demande une.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Install packages</source>
        <translation>Installer les paquets</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Installs what QGIS does not bring: ONNX Runtime for extraction, PyTorch for training.</source>
        <translation>Installe ce que QGIS n'apporte pas : ONNX Runtime pour l'extraction, PyTorch pour l'entraînement.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>install,packages,pip,python,dependencies,onnxruntime,pytorch,torch,cuda,gpu,environment,setup,offline</source>
        <translation>installer,paquets,pip,python,dépendances,onnxruntime,pytorch,torch,cuda,gpu,environnement,configuration,hors ligne</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>&lt;p&gt;Installs the packages that Scarp needs beyond QGIS into an environment of its own in your QGIS profile. QGIS's own Python packages, &lt;b&gt;NumPy&lt;/b&gt; and &lt;b&gt;GDAL&lt;/b&gt; among them, are used as they are and never replaced.&lt;/p&gt;&lt;p&gt;The packages are put in place when all of them load; a run that fails or is cancelled leaves what was there before. The proxy and pip's own settings are those of QGIS and of your user.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Installe les paquets dont Scarp a besoin en plus de QGIS dans un environnement à part de votre profil QGIS. Les paquets Python de QGIS, dont &lt;b&gt;NumPy&lt;/b&gt; et &lt;b&gt;GDAL&lt;/b&gt;, sont utilisés tels quels et ne sont jamais remplacés.&lt;/p&gt;&lt;p&gt;Les paquets sont mis en place si tous se chargent ; une exécution qui échoue ou qui est annulée laisse ce qui était là auparavant. Le proxy et les paramètres de pip sont ceux de QGIS et de votre utilisateur.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Where the packages are.</source>
        <translation>Où se trouvent les paquets.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>What is installed, with QGIS's NumPy and GDAL: name and version, one a line.</source>
        <translation>Ce qui est installé, avec NumPy et GDAL de QGIS : nom et version, un par ligne.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Folder of wheels</source>
        <translation>Dossier de wheels</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Package index</source>
        <translation>Index de paquets</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Packages for</source>
        <translation>Paquets pour</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>&lt;i&gt;extraction&lt;/i&gt;: ONNX Runtime, and matplotlib for charts; less than 0.3 GB, with CUDA about 2 GB. &lt;i&gt;training&lt;/i&gt;: also PyTorch; 1 to 7 GB.</source>
        <translation>&lt;i&gt;extraction&lt;/i&gt; : ONNX Runtime, et matplotlib pour les graphiques ; moins de 0,3 Go, environ 2 Go avec CUDA. &lt;i&gt;training&lt;/i&gt; : aussi PyTorch ; 1 à 7 Go.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>&lt;i&gt;auto&lt;/i&gt; takes the builds for CUDA where there is an NVIDIA card, and those for the CPU elsewhere. The builds for CUDA run on the CPU too.</source>
        <translation>&lt;i&gt;auto&lt;/i&gt; prend les versions pour CUDA s'il y a une carte NVIDIA, et celles pour le processeur sinon. Les versions pour CUDA fonctionnent aussi sur le processeur.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>For computers without a network: a folder of wheels (.whl) to install from. If some are missing, the message gives the command that fetches them elsewhere.</source>
        <translation>Pour les ordinateurs sans réseau : un dossier de wheels (.whl) à partir duquel installer. S'il en manque, le message donne la commande qui les télécharge ailleurs.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Address of a package index, asked instead of the one that pip is configured to (pypi.org unless pip.conf or PIP_INDEX_URL say otherwise). One of PyTorch's, https://download.pytorch.org/whl/..., is used for PyTorch only; without it, the one for the device is chosen.</source>
        <translation>Adresse d'un index de paquets, interrogé à la place de celui configuré pour pip (pypi.org, sauf si pip.conf ou PIP_INDEX_URL indiquent autre chose). Un index de PyTorch, https://download.pytorch.org/whl/..., n'est utilisé que pour PyTorch ; sans lui, celui qui convient au périphérique est choisi.</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Folder of the packages</source>
        <translation>Dossier des paquets</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Polygons: those of Extract landslides, or any others. A multipolygon is one landslide. Areas are measured from the outlines, which are repaired where they cross themselves; fields are not needed.</source>
        <translation>Polygones : ceux de l'algorithme Extraire les glissements de terrain, ou tout autre. Un multipolygone est un seul glissement de terrain. Les superficies sont mesurées sur les contours, qui sont réparés là où ils se croisent ; aucun champ n'est nécessaire.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Mapped area</source>
        <translation>Zone cartographiée</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Polygons in which landslides were looked for. The density is of this area, and only landslides whose centroid lies in it are in the statistics. Without area, extent and image, it is of the convex hull of the landslides.</source>
        <translation>Polygones dans lesquels des glissements de terrain ont été recherchés. La densité est celle de cette zone, et seuls les glissements de terrain dont le centroïde s'y trouve figurent dans les statistiques. Sans zone, emprise ni image, c'est celle de l'enveloppe convexe des glissements de terrain.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Rectangle in which landslides were looked for. With an area too, what lies in both.</source>
        <translation>Rectangle dans lequel des glissements de terrain ont été recherchés. Si une zone est aussi donnée, ce qui se trouve dans les deux.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>What the landslides were mapped from: where it is not nodata is the mapped area. With an area or extent too, what lies in both.</source>
        <translation>Ce à partir de quoi les glissements de terrain ont été cartographiés : la zone cartographiée est là où elle n'est pas nodata. Si une zone ou une emprise est aussi donnée, ce qui se trouve dans les deux.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Heights in metres, for the slope and aspect of the landslides. It may have any ground resolution and coordinate system.</source>
        <translation>Altitudes en mètres, pour la pente et l'exposition des glissements de terrain. La résolution au sol et le système de coordonnées peuvent être quelconques.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Limits between classes of area, separated by commas, such as 100, 1000, 10000. Empty takes the powers of ten.</source>
        <translation>Limites entre les classes de superficie, séparées par des virgules, comme 100, 1000, 10000. Vide : les puissances de dix.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Samples for the p-value</source>
        <translation>Échantillons pour la valeur p</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Random samples by which it is told whether the tail is a power law at all; 100 give the p-value to about 0.05, 2500 to 0.01. 0 for none, which is faster.</source>
        <translation>Échantillons aléatoires qui indiquent si la queue est vraiment une loi de puissance ; 100 donnent la valeur p à environ 0,05 près, 2500 à 0,01 près. 0 pour aucun, ce qui est plus rapide.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Statistics and charts as one HTML page that needs nothing else.</source>
        <translation>Statistiques et graphiques en une page HTML qui n'a besoin de rien d'autre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>CSV files (*.csv)</source>
        <translation>Fichiers CSV (*.csv)</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>A row for each size class and one for all landslides, for a spreadsheet: number, area, shares, density and frequency density.</source>
        <translation>Une ligne par classe de taille et une pour tous les glissements de terrain, pour un tableur : nombre, superficie, parts, densité et densité de fréquence.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>In the mapped area.</source>
        <translation>Dans la zone cartographiée.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Total area (m²)</source>
        <translation>Superficie totale (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Ellipsoidal, of all landslides together.</source>
        <translation>Ellipsoïdale, de tous les glissements de terrain ensemble.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Largest area (m²)</source>
        <translation>Plus grande superficie (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Of one landslide.</source>
        <translation>D'un seul glissement de terrain.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Landslides per km²</source>
        <translation>Glissements de terrain par km²</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Of the mapped area.</source>
        <translation>De la zone cartographiée.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Share of the area</source>
        <translation>Part de la superficie</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Area of the landslides in the mapped area, 0 to 1.</source>
        <translation>Superficie des glissements de terrain dans la zone cartographiée, de 0 à 1.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Exponent of the tail</source>
        <translation>Exposant de la queue</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>The frequency density of large landslides falls with this power of their area. Clauset et al. 2009.</source>
        <translation>La densité de fréquence des grands glissements de terrain décroît selon cette puissance de leur superficie. Clauset et al. 2009.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Standard error of the exponent</source>
        <translation>Erreur type de l'exposant</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Of the fit.</source>
        <translation>De l'ajustement.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Smallest area of the tail (m²)</source>
        <translation>Plus petite superficie de la queue (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>From here on the power law holds.</source>
        <translation>La loi de puissance vaut à partir d'ici.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Rollover (m²)</source>
        <translation>Rollover (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>The most frequent area. Malamud et al. 2004.</source>
        <translation>La superficie la plus fréquente. Malamud et al. 2004.</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>&lt;p&gt;Describes an inventory of landslides: their &lt;b&gt;number, area and density&lt;/b&gt;; how frequent which area is, on logarithmic axes, with the fitted &lt;b&gt;power-law tail&lt;/b&gt; and &lt;b&gt;rollover&lt;/b&gt;; classes of size; and with an elevation model &lt;b&gt;slope&lt;/b&gt; and a &lt;b&gt;rose of aspects&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;Tail and rollover are fitted by maximum likelihood to 50 landslides or more. What cannot be told is no output, and the report says why. To describe some of the landslides, select them, and tick &lt;i&gt;Selected features only&lt;/i&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Décrit un inventaire de glissements de terrain : leur &lt;b&gt;nombre, leur superficie et leur densité&lt;/b&gt; ; la fréquence de chaque superficie, sur des axes logarithmiques, avec la &lt;b&gt;queue en loi de puissance&lt;/b&gt; ajustée et le &lt;b&gt;rollover&lt;/b&gt; ; les classes de taille ; et, avec un modèle numérique de terrain, la &lt;b&gt;pente&lt;/b&gt; et une &lt;b&gt;rose des expositions&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;La queue et le rollover sont ajustés par maximum de vraisemblance à partir de 50 glissements de terrain. Ce qui ne peut pas être déterminé ne figure pas parmi les sorties, et le rapport en indique la raison. Pour n'en décrire que certains, sélectionnez-les et cochez &lt;i&gt;Entité(s) sélectionnée(s) uniquement&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>landslide,landslides,inventory,statistics,report,area,density,size distribution,frequency,magnitude,power law,rollover,inverse gamma,slope,aspect,rose,histogram</source>
        <translation>glissement de terrain,glissements de terrain,inventaire,statistiques,rapport,superficie,densité,distribution de taille,fréquence,magnitude,loi de puissance,rollover,gamma inverse,pente,exposition,rose,histogramme</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_report.py"/>
        <source>Inventory report</source>
        <translation>Rapport d'inventaire</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_report.py"/>
        <source>Describes an inventory of landslides: number, areas, density, size distribution and aspect.</source>
        <translation>Décrit un inventaire de glissements de terrain : nombre, superficies, densité, distribution des tailles et exposition.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>The image that the ROIs were drawn on. The labels get its pixels; where it is nodata, nothing is labelled.</source>
        <translation>L'image sur laquelle les ROI ont été dessinées. Les étiquettes ont ses pixels ; là où elle est nodata, rien n'est étiqueté.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>ROIs</source>
        <translation>ROI</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Layers of polygons, in any coordinate system; edits that are not saved yet count too. Without a class field all are landslide, but for layers that are named as background.</source>
        <translation>Couches de polygones, dans n'importe quel système de coordonnées ; les modifications non encore enregistrées comptent aussi. Sans champ de classe, tout est glissement de terrain, sauf dans les couches dont le nom est celui du fond.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Class field</source>
        <translation>Champ de classe</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Name of the field that holds the class: &lt;i&gt;landslide&lt;/i&gt; or 1, &lt;i&gt;background&lt;/i&gt; or 0, or other classes such as &lt;i&gt;river&lt;/i&gt;. A value map is understood. Empty: all ROIs are landslide.</source>
        <translation>Nom du champ qui contient la classe : &lt;i&gt;landslide&lt;/i&gt; ou 1, &lt;i&gt;background&lt;/i&gt; ou 0, ou d'autres classes comme &lt;i&gt;river&lt;/i&gt;. Une liste de valeurs est comprise. Vide : toutes les ROI sont des glissements de terrain.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>What no ROI covers</source>
        <translation>Ce qu'aucune ROI ne couvre</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>&lt;i&gt;background&lt;/i&gt;: you have drawn every landslide, so all else is none; &lt;i&gt;unlabelled&lt;/i&gt;: it is not known, and left out. &lt;i&gt;auto&lt;/i&gt;: unlabelled if there are ROIs of background, else background.</source>
        <translation>&lt;i&gt;background&lt;/i&gt; : vous avez dessiné tous les glissements de terrain, si bien que tout le reste n'en est pas ; &lt;i&gt;unlabelled&lt;/i&gt; : on ne sait pas, c'est exclu. &lt;i&gt;auto&lt;/i&gt; : non étiqueté s'il y a des ROI de fond, sinon fond.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Names of background</source>
        <translation>Noms du fond</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Values of the class field that mean background, with commas between them. &lt;i&gt;background&lt;/i&gt; always does.</source>
        <translation>Valeurs du champ de classe qui désignent le fond, séparées par des virgules. &lt;i&gt;background&lt;/i&gt; le désigne toujours.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Names of the classes in the order of their numbers, with commas between them, so that several images get the same numbers. Landslide is always 1. Empty: by the alphabet.</source>
        <translation>Noms des classes dans l'ordre de leurs numéros, séparés par des virgules, afin que plusieurs images reçoivent les mêmes numéros. Le glissement de terrain est toujours 1. Vide : par ordre alphabétique.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Bands of the image that the label raster gets. Empty: all but alpha.</source>
        <translation>Bandes de l'image reprises dans le raster d'étiquettes. Vide : toutes sauf alpha.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Labels</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>GeoTIFF of one Byte band with the labels alone, in the colours of the classes. Its style lies beside it.</source>
        <translation>GeoTIFF à une bande Byte ne contenant que les étiquettes, dans les couleurs des classes. Son style se trouve à côté.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Label raster</source>
        <translation>Raster d'étiquettes</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>GeoTIFF of the image's bands, as they are, and the labels as last band, to train on here or elsewhere.</source>
        <translation>GeoTIFF des bandes de l'image, telles quelles, avec les étiquettes en dernière bande, pour entraîner un modèle ici ou ailleurs.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>&lt;p&gt;Turns ROIs – polygons that you have drawn on landslides and, if you like, on what is none – into &lt;b&gt;labels&lt;/b&gt; on the image's own pixels, and into a &lt;b&gt;label raster&lt;/b&gt;: the image with the labels as its last band, which is described &lt;i&gt;mask&lt;/i&gt;.&lt;/p&gt;&lt;p&gt;0 is background, 1 landslide, 2 and above other classes; 255 is unlabelled, which training and scores leave out, as they do with nodata. A pixel belongs to an ROI if its centre does. Where ROIs of several classes overlap, landslide goes before the others, and background comes last.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Transforme des ROI – des polygones que vous avez dessinés sur des glissements de terrain et, si vous le souhaitez, sur ce qui n'en est pas – en &lt;b&gt;étiquettes&lt;/b&gt; sur les pixels mêmes de l'image, et en un &lt;b&gt;raster d'étiquettes&lt;/b&gt; : l'image avec les étiquettes en dernière bande, décrite comme &lt;i&gt;mask&lt;/i&gt;.&lt;/p&gt;&lt;p&gt;0 est le fond, 1 le glissement de terrain, 2 et plus d'autres classes ; 255 est non étiqueté, ce que l'entraînement et les scores excluent, comme nodata. Un pixel appartient à une ROI si son centre s'y trouve. Là où des ROI de plusieurs classes se superposent, le glissement de terrain l'emporte sur les autres et le fond vient en dernier.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>How many pixels are landslide.</source>
        <translation>Combien de pixels sont du glissement de terrain.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Pixels of each class by its name, as JSON.</source>
        <translation>Pixels de chaque classe d'après son nom, en JSON.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>How many are background.</source>
        <translation>Combien sont du fond.</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>How many are unlabelled or nodata.</source>
        <translation>Combien sont non étiquetés ou nodata.</translation>
    </message>
    <message>
        <location filename="../../algorithms/list_models.py"/>
        <source>List models</source>
        <translation>Lister les modèles</translation>
    </message>
    <message>
        <location filename="../../algorithms/list_models.py"/>
        <source>Says which models can be chosen, and what each was made with and for.</source>
        <translation>Indique quels modèles peuvent être choisis, et avec quoi et pour quoi chacun a été créé.</translation>
    </message>
    <message>
        <location filename="../../algorithms/list_models.py"/>
        <source>list,models,model,card,onnx,scores,classes,bands,resolution,threshold,installed,bundled,json</source>
        <translation>liste,lister,modèles,modèle,fiche,onnx,scores,classes,bandes,résolution,seuil,installé,fourni,json</translation>
    </message>
    <message>
        <location filename="../../algorithms/list_models.py"/>
        <source>&lt;p&gt;Lists the models that &lt;i&gt;Extract landslides&lt;/i&gt; can be run with: those that come with Scarp, and your own, which &lt;i&gt;Train a model&lt;/i&gt; and &lt;i&gt;Install a model&lt;/i&gt; have put into the folder &lt;i&gt;scarp/models&lt;/i&gt; of your QGIS profile. Only what the files state about themselves is read, and no package is needed.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Liste les modèles avec lesquels &lt;i&gt;Extraire les glissements de terrain&lt;/i&gt; peut être exécuté : ceux fournis avec Scarp et les vôtres, que &lt;i&gt;Entraîner un modèle&lt;/i&gt; et &lt;i&gt;Installer un modèle&lt;/i&gt; ont placés dans le dossier &lt;i&gt;scarp/models&lt;/i&gt; de votre profil QGIS. Seul ce que les fichiers disent d'eux-mêmes est lu, et aucun paquet n'est nécessaire.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/list_models.py"/>
        <source>A JSON list with an object for each model: &lt;i&gt;name&lt;/i&gt;, &lt;i&gt;path&lt;/i&gt;, &lt;i&gt;bundled&lt;/i&gt;, &lt;i&gt;size_bytes&lt;/i&gt;, &lt;i&gt;card&lt;/i&gt; (a file that says more; may be empty) and &lt;i&gt;error&lt;/i&gt; (why it cannot be used; empty where it can), and, unless there is an error, &lt;i&gt;kind&lt;/i&gt;, &lt;i&gt;network&lt;/i&gt;, &lt;i&gt;classes&lt;/i&gt;, &lt;i&gt;bands&lt;/i&gt;, &lt;i&gt;resolution_m&lt;/i&gt;, &lt;i&gt;tile_size&lt;/i&gt;, &lt;i&gt;threshold&lt;/i&gt;, &lt;i&gt;score&lt;/i&gt;, &lt;i&gt;training&lt;/i&gt;, &lt;i&gt;scores&lt;/i&gt; and &lt;i&gt;version&lt;/i&gt;.</source>
        <translation>Une liste JSON avec un objet par modèle : &lt;i&gt;name&lt;/i&gt;, &lt;i&gt;path&lt;/i&gt;, &lt;i&gt;bundled&lt;/i&gt;, &lt;i&gt;size_bytes&lt;/i&gt;, &lt;i&gt;card&lt;/i&gt; (un fichier qui en dit plus ; peut être vide) et &lt;i&gt;error&lt;/i&gt; (pourquoi il ne peut pas être utilisé ; vide s'il peut l'être), et, sauf en cas d'erreur, &lt;i&gt;kind&lt;/i&gt;, &lt;i&gt;network&lt;/i&gt;, &lt;i&gt;classes&lt;/i&gt;, &lt;i&gt;bands&lt;/i&gt;, &lt;i&gt;resolution_m&lt;/i&gt;, &lt;i&gt;tile_size&lt;/i&gt;, &lt;i&gt;threshold&lt;/i&gt;, &lt;i&gt;score&lt;/i&gt;, &lt;i&gt;training&lt;/i&gt;, &lt;i&gt;scores&lt;/i&gt; et &lt;i&gt;version&lt;/i&gt;.</translation>
    </message>
    <message>
        <location filename="../../algorithms/list_models.py"/>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Polygons after the event: those of Extract landslides, or any others. They may overlap.</source>
        <translation>Polygones après l'événement : ceux de l'algorithme Extraire les glissements de terrain, ou tout autre. Ils peuvent se superposer.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Image before the event</source>
        <translation>Image avant l'événement</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>May have another ground resolution, grid and coordinate system than the image after the event. The model is run on it around the landslides only.</source>
        <translation>Sa résolution au sol, sa grille et son système de coordonnées peuvent différer de ceux de l'image après l'événement. Le modèle n'y est exécuté qu'autour des glissements de terrain.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Image after the event</source>
        <translation>Image après l'événement</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>For the vegetation index and the alignment.</source>
        <translation>Pour l'indice de végétation et le recalage.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Run on the image before the event: what it takes for a landslide there is old. &lt;i&gt;auto&lt;/i&gt; takes the bundled model that was made for the image's ground resolution; &lt;i&gt;none&lt;/i&gt; runs no model.</source>
        <translation>Exécuté sur l'image avant l'événement : ce qu'il y prend pour un glissement de terrain est ancien. &lt;i&gt;auto&lt;/i&gt; prend le modèle fourni qui a été conçu pour la résolution au sol de l'image ; &lt;i&gt;none&lt;/i&gt; n'exécute aucun modèle.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Vegetation index</source>
        <translation>Indice de végétation</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>A new landslide takes the vegetation away, so the index falls; where it does not, the ground was bare before, or the polygon is no landslide. &lt;i&gt;ndvi&lt;/i&gt;: (NIR − red) / (NIR + red). &lt;i&gt;green&lt;/i&gt;: the green-red vegetation index (green − red) / (green + red) (Tucker 1979; Motohka et al. 2010), for images without near infrared. &lt;i&gt;auto&lt;/i&gt;: ndvi if both images have a near-infrared band, else green. &lt;i&gt;none&lt;/i&gt;: set this where nothing grows, since new landslides would be taken for old ones.</source>
        <translation>Un nouveau glissement de terrain emporte la végétation, l'indice baisse donc ; là où il ne baisse pas, le sol était déjà nu ou le polygone n'est pas un glissement de terrain. &lt;i&gt;ndvi&lt;/i&gt; : (NIR − red) / (NIR + red). &lt;i&gt;green&lt;/i&gt; : l'indice de végétation vert-rouge (green − red) / (green + red) (Tucker 1979 ; Motohka et al. 2010), pour les images sans proche infrarouge. &lt;i&gt;auto&lt;/i&gt; : ndvi si les deux images ont une bande proche infrarouge, sinon green. &lt;i&gt;none&lt;/i&gt; : choisissez-le là où rien ne pousse, car de nouveaux glissements de terrain y seraient pris pour des anciens.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Heights in metres. With it, landslides that have no mean slope get it (field &lt;i&gt;slope_mean_deg&lt;/i&gt;).</source>
        <translation>Altitudes en mètres. Grâce à elles, les glissements de terrain sans pente moyenne la reçoivent (champ &lt;i&gt;slope_mean_deg&lt;/i&gt;).</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Smallest mean slope (°)</source>
        <translation>Pente moyenne minimale (°)</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>What lies flatter is no landslide: fields, river beds, building sites. Looks at the elevation model, or at the field &lt;i&gt;slope_mean_deg&lt;/i&gt; where the landslides have it. 0 for no limit, as for lateral spreads and earth flows on nearly level ground.</source>
        <translation>Ce qui est plus plat n'est pas un glissement de terrain : champs, lits de rivière, chantiers. Se fonde sur le modèle numérique de terrain, ou sur le champ &lt;i&gt;slope_mean_deg&lt;/i&gt; si les glissements de terrain l'ont. 0 pour aucune limite, par exemple pour les étalements latéraux et les coulées de terre sur un terrain presque plat.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>What was there before</source>
        <translation>Ce qui était là avant</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>&lt;i&gt;remove&lt;/i&gt;: is left out of the result. &lt;i&gt;flag&lt;/i&gt;: stays there, with 1 in the field &lt;i&gt;preexisting&lt;/i&gt;.</source>
        <translation>&lt;i&gt;remove&lt;/i&gt; : est exclu du résultat. &lt;i&gt;flag&lt;/i&gt; : y reste, avec 1 dans le champ &lt;i&gt;preexisting&lt;/i&gt;.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Probability before the event</source>
        <translation>Probabilité avant l'événement</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Landslide probability of the image before the event, if Extract landslides has made it already. The model is then not run again.</source>
        <translation>Probabilité de glissement de terrain de l'image avant l'événement, si l'algorithme Extraire les glissements de terrain l'a déjà calculée. Le modèle n'est alors pas exécuté à nouveau.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Threshold before the event</source>
        <translation>Seuil avant l'événement</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Probability from which a pixel was landslide before. Empty takes the one that the model recommends.</source>
        <translation>Probabilité à partir de laquelle un pixel était un glissement de terrain avant l'événement. Vide : celui que recommande le modèle.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Share that was landslide before (%)</source>
        <translation>Part déjà en glissement de terrain (%)</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>A polygon was there before if at least so much of it was landslide before. The share of pixels says which part of the polygon is old, and asks each pixel only whether it reaches the threshold; the mean probability is near the threshold both where half of a polygon is certainly old and where the model is in doubt about all of it, and moves with every model. Lower it to take out landslides that have only grown, raise it to keep them.</source>
        <translation>Un polygone était là avant si au moins cette part en était déjà un glissement de terrain. La part des pixels dit quelle partie du polygone est ancienne et demande seulement à chaque pixel s'il atteint le seuil ; la probabilité moyenne est proche du seuil aussi bien lorsque la moitié d'un polygone est sûrement ancienne que lorsque le modèle doute de l'ensemble, et varie avec chaque modèle. Diminuez-la pour retirer les glissements de terrain qui n'ont fait que s'agrandir, augmentez-la pour les garder.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Vegetation index lost, at least</source>
        <translation>Perte minimale de l'indice de végétation</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>By how much more than the ground around it the index must fall for a landslide to be new. The change of the ground around each polygon (the median of what lies in no polygon) is subtracted, since sun, haze, season and sensor change the whole image. Empty: {ndvi:g} for ndvi, {green:g} for green.</source>
        <translation>De combien l'indice doit baisser de plus que celui du sol alentour pour qu'un glissement de terrain soit nouveau. L'évolution du sol autour de chaque polygone (médiane de ce qui ne se trouve dans aucun polygone) est soustraite, car le soleil, la brume, la saison et le capteur modifient toute l'image. Vide : {ndvi:g} pour ndvi, {green:g} pour green.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Evidence needed</source>
        <translation>Indices nécessaires</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Where both the probability and the vegetation index can be judged: &lt;i&gt;any&lt;/i&gt; of them is enough, or &lt;i&gt;all&lt;/i&gt; must say that the landslide was there before. The slope always decides alone.</source>
        <translation>Là où la probabilité et l'indice de végétation peuvent tous deux être jugés : &lt;i&gt;any&lt;/i&gt;, un seul suffit, ou &lt;i&gt;all&lt;/i&gt;, tous doivent indiquer que le glissement de terrain était là avant. La pente décide toujours seule.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Align the images</source>
        <translation>Recaler les images</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Looks for a shift of up to 10 pixels between the images (phase correlation in up to 24 windows around the landslides). The image before the event is moved by it if the windows agree; the log says so.</source>
        <translation>Cherche un décalage de 10 pixels au plus entre les images (corrélation de phase dans 24 fenêtres au plus autour des glissements de terrain). L'image avant l'événement est déplacée d'autant si les fenêtres concordent ; le journal l'indique.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Before: {band} band</source>
        <translation>Avant : bande {band}</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>After: {band} band</source>
        <translation>Après : bande {band}</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Empty finds it by its name or colour, else takes the first bands for red, green and blue.</source>
        <translation>Vide : elle est trouvée par son nom ou sa couleur, sinon les premières bandes sont prises pour le rouge, le vert et le bleu.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Near infrared. Empty finds it by its name (nir, near infrared).</source>
        <translation>Proche infrarouge. Vide : elle est trouvée par son nom (nir, near infrared).</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Landslides from before</source>
        <translation>Glissements de terrain d'avant</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>New landslides</source>
        <translation>Nouveaux glissements de terrain</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>The polygons with all their fields, and the evidence: &lt;i&gt;pre_probability&lt;/i&gt; and &lt;i&gt;pre_share&lt;/i&gt; (mean probability before the event, and share of the polygon at or above the threshold), &lt;i&gt;index_before&lt;/i&gt;, &lt;i&gt;index_after&lt;/i&gt;, &lt;i&gt;index_change&lt;/i&gt; (beyond that of the surroundings; below 0 where vegetation was lost), &lt;i&gt;slope_mean_deg&lt;/i&gt;, &lt;i&gt;preexisting&lt;/i&gt; (1: was there before or is no landslide, 0: new, empty: cannot be judged) and &lt;i&gt;reason&lt;/i&gt;. What cannot be judged, because more than half of it is nodata, is kept.</source>
        <translation>Les polygones avec tous leurs champs, et les indices : &lt;i&gt;pre_probability&lt;/i&gt; et &lt;i&gt;pre_share&lt;/i&gt; (probabilité moyenne avant l'événement, et part du polygone qui atteint le seuil), &lt;i&gt;index_before&lt;/i&gt;, &lt;i&gt;index_after&lt;/i&gt;, &lt;i&gt;index_change&lt;/i&gt; (au-delà de celle des alentours ; inférieur à 0 là où la végétation a été perdue), &lt;i&gt;slope_mean_deg&lt;/i&gt;, &lt;i&gt;preexisting&lt;/i&gt; (1 : était là avant ou n'est pas un glissement de terrain, 0 : nouveau, vide : ne peut être jugé) et &lt;i&gt;reason&lt;/i&gt;. Ce qui ne peut être jugé, parce que plus de la moitié en est nodata, est gardé.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>What was taken out or flagged, with the same fields.</source>
        <translation>Ce qui a été retiré ou marqué, avec les mêmes champs.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>&lt;p&gt;Takes out, or flags, landslides that were &lt;b&gt;there before the event&lt;/b&gt;, and what is no landslide, so that an inventory of the event holds only what the event did.&lt;/p&gt;&lt;p&gt;Three kinds of evidence are looked at, each where its layers are given: what the &lt;b&gt;model&lt;/b&gt; finds in the image before the event; whether a &lt;b&gt;vegetation index&lt;/b&gt; fell between the two images; and the mean &lt;b&gt;slope&lt;/b&gt;. Each polygon keeps the evidence in its fields. What cannot be judged is kept.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Retire, ou marque, les glissements de terrain qui étaient &lt;b&gt;là avant l'événement&lt;/b&gt;, ainsi que ce qui n'est pas un glissement de terrain, afin qu'un inventaire de l'événement ne contienne que ce que l'événement a produit.&lt;/p&gt;&lt;p&gt;Trois types d'indices sont examinés, chacun si ses couches sont données : ce que le &lt;b&gt;modèle&lt;/b&gt; trouve dans l'image avant l'événement ; si un &lt;b&gt;indice de végétation&lt;/b&gt; a baissé entre les deux images ; et la &lt;b&gt;pente&lt;/b&gt; moyenne. Chaque polygone conserve ces indices dans ses champs. Ce qui ne peut être jugé est gardé.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>How many are new or cannot be judged.</source>
        <translation>Combien sont nouveaux ou ne peuvent être jugés.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>How many were taken out or flagged.</source>
        <translation>Combien ont été retirés ou marqués.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>How many of those kept cannot be judged.</source>
        <translation>Combien de ceux gardés ne peuvent être jugés.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Area of those kept, ellipsoidal.</source>
        <translation>Superficie de ceux gardés, ellipsoïdale.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Area of those taken out or flagged.</source>
        <translation>Superficie de ceux retirés ou marqués.</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>landslide,pre-event,preexisting,pre-existing,old,before,change detection,bitemporal,ndvi,vegetation,index,false positive,filter,slope,event,inventory,alignment,coregistration</source>
        <translation>glissement de terrain,avant l'événement,préexistant,préexistants,ancien,avant,détection de changement,bitemporel,ndvi,végétation,indice,faux positif,filtre,pente,événement,inventaire,alignement,recalage</translation>
    </message>
    <message>
        <location filename="../../algorithms/probability_input.py"/>
        <source>A probability raster that Scarp wrote: 0 to 1, stored as 0 to 100 per cent, nodata 255. No model is run.</source>
        <translation>Un raster de probabilité écrit par Scarp : de 0 à 1, enregistré de 0 à 100 pour cent, nodata 255. Aucun modèle n'est exécuté.</translation>
    </message>
    <message>
        <location filename="../../algorithms/probability_input.py"/>
        <source>Polygons of all landslides in any coordinate system: what lies outside them is no landslide. Or a label raster on any grid: 1 is landslide, 0 is not, 255 and nodata are unlabelled and left out.</source>
        <translation>Polygones de tous les glissements de terrain dans n'importe quel système de coordonnées : ce qui se trouve à l'extérieur n'en est pas un. Ou un raster d'étiquettes sur n'importe quelle grille : 1 est un glissement de terrain, 0 n'en est pas un, 255 et nodata sont non étiquetés et exclus.</translation>
    </message>
    <message>
        <location filename="../../algorithms/probability_input.py"/>
        <source>Polygons to work in. What lies outside them is left out, as if it were nodata.</source>
        <translation>Polygones dans lesquels travailler. Ce qui se trouve à l'extérieur est exclu, comme s'il était nodata.</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_model.py"/>
        <source>Remove a model</source>
        <translation>Supprimer un modèle</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_model.py"/>
        <source>Removes one of your own models from the list of Extract landslides, and its file.</source>
        <translation>Supprime un de vos modèles de la liste de l'algorithme Extraire les glissements de terrain, ainsi que son fichier.</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_model.py"/>
        <source>remove,delete,uninstall,model,onnx,own,list</source>
        <translation>supprimer,effacer,désinstaller,retirer,modèle,onnx,liste</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_model.py"/>
        <source>&lt;p&gt;Removes the file of a model from the folder &lt;i&gt;scarp/models&lt;/i&gt; of your QGIS profile; it cannot be had back. The folder of its training, if it was trained here, stays, and so do the models that come with Scarp.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Supprime le fichier d'un modèle du dossier &lt;i&gt;scarp/models&lt;/i&gt; de votre profil QGIS ; il ne peut pas être récupéré. Le dossier de son entraînement, s'il a été entraîné ici, reste, tout comme les modèles fournis avec Scarp.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_model.py"/>
        <source>The file that was removed.</source>
        <translation>Le fichier qui a été supprimé.</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_model.py"/>
        <source>As &lt;i&gt;Extract landslides&lt;/i&gt; and &lt;i&gt;List models&lt;/i&gt; list it.</source>
        <translation>Tel que &lt;i&gt;Extraire les glissements de terrain&lt;/i&gt; et &lt;i&gt;Lister les modèles&lt;/i&gt; le listent.</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>Remove pre-existing landslides</source>
        <translation>Supprimer les glissements de terrain préexistants</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>Takes out landslides that an image before the event already shows, and what is too flat.</source>
        <translation>Retire les glissements de terrain qu'une image avant l'événement montre déjà, et ce qui est trop plat.</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>Landslides kept</source>
        <translation>Glissements de terrain gardés</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>Landslides not judged</source>
        <translation>Glissements de terrain non jugés</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>Area kept (m²)</source>
        <translation>Superficie gardée (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>Area from before (m²)</source>
        <translation>Superficie d'avant (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>{name} – from before</source>
        <translation>{name} – d'avant</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>{name} – new</source>
        <translation>{name} – nouveaux</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>Landslides from probability</source>
        <translation>Glissements de terrain d'après la probabilité</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>Makes measured landslide polygons from a probability raster at another threshold.</source>
        <translation>Crée des polygones mesurés de glissements de terrain à partir d'un raster de probabilité, avec un autre seuil.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>threshold</source>
        <translation>seuil</translation>
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
        <translation>polygoniser</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>&lt;p&gt;Makes &lt;b&gt;landslides&lt;/b&gt;, with the same measurements as &lt;i&gt;Extract landslides&lt;/i&gt;, from a probability raster that it wrote. The model is not run again, so that another threshold takes seconds. It goes by the raster alone: landslides that touch are one, also where a model of instances told them apart, and have no score.&lt;/p&gt;&lt;p&gt;To see what each threshold would give, use &lt;i&gt;Sweep thresholds&lt;/i&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Crée des &lt;b&gt;glissements de terrain&lt;/b&gt;, avec les mêmes mesures que &lt;i&gt;Extraire les glissements de terrain&lt;/i&gt;, à partir d'un raster de probabilité que cet algorithme a écrit. Le modèle n'est pas exécuté à nouveau, si bien qu'un autre seuil prend quelques secondes. Seul le raster compte : les glissements de terrain qui se touchent n'en font qu'un, même lorsqu'un modèle d'instances les séparait, et n'ont pas de score.&lt;/p&gt;&lt;p&gt;Pour voir ce que donnerait chaque seuil, utilisez &lt;i&gt;Balayer les seuils&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>Score of the pixels at that threshold, 0 to 1, where there is a reference: the harmonic mean of precision and recall, before small landslides are left out.</source>
        <translation>Score des pixels à ce seuil, de 0 à 1, s'il y a une référence : la moyenne harmonique de la précision et du rappel, avant que les petits glissements de terrain soient exclus.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>A model as an .onnx file. Goes before the model chosen above.</source>
        <translation>Un modèle sous forme de fichier .onnx. Il l'emporte sur le modèle choisi ci-dessus.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>What is known to be landslide, for &lt;i&gt;best_f1&lt;/i&gt;; with the other methods, for the score F1.</source>
        <translation>Ce dont on sait que c'est un glissement de terrain, pour &lt;i&gt;best_f1&lt;/i&gt; ; avec les autres méthodes, pour le score F1.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>A pixel is landslide where its probability is the threshold or more. &lt;i&gt;recommended&lt;/i&gt;: the value at which the model did best when it was made, which the raster states; &lt;i&gt;otsu&lt;/i&gt;: the value that parts these probabilities best in two; &lt;i&gt;best_f1&lt;/i&gt;: the value that agrees best with the reference; &lt;i&gt;fixed&lt;/i&gt;: the value below.</source>
        <translation>Un pixel est un glissement de terrain si sa probabilité est supérieure ou égale au seuil. &lt;i&gt;recommended&lt;/i&gt; : la valeur pour laquelle le modèle a donné les meilleurs résultats lors de sa création, indiquée dans le raster ; &lt;i&gt;otsu&lt;/i&gt; : la valeur qui sépare le mieux en deux ces probabilités ; &lt;i&gt;best_f1&lt;/i&gt; : la valeur qui concorde le mieux avec la référence ; &lt;i&gt;fixed&lt;/i&gt; : la valeur ci-dessous.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>Whose recommended threshold is taken. Empty takes what the raster states; rasters of other programs state none.</source>
        <translation>Celui dont le seuil recommandé est pris. Vide : ce que le raster indique ; les rasters d'autres programmes n'indiquent rien.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>{raster} – landslides at {threshold}</source>
        <translation>{raster} – glissements de terrain à {threshold}</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Sweep thresholds</source>
        <translation>Balayer les seuils</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Shows scores, number and area of the landslides at different thresholds of a probability.</source>
        <translation>Montre les scores, le nombre et la superficie des glissements de terrain à différents seuils d'une probabilité.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>threshold,sweep,otsu,f1,precision,recall,accuracy,iou,chart,report,validation</source>
        <translation>seuil,balayage,otsu,f1,précision,rappel,exactitude,iou,graphique,rapport,validation</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>&lt;p&gt;Shows what each threshold of a probability raster would give: at 0.1, 0.2, … 0.9, and in steps of 0.01 from 0.04 below to 0.04 above the one with the best F1 (without a reference, around Otsu's threshold).&lt;/p&gt;&lt;p&gt;With a reference it gives &lt;b&gt;precision, recall, F1, overall accuracy and IoU&lt;/b&gt; of the pixels; always the &lt;b&gt;number&lt;/b&gt; of landslides and their &lt;b&gt;area&lt;/b&gt;. The scores are of all labelled pixels, before small landslides are left out; number and area are of all landslides, labelled or not. An area is the sum of the ellipsoidal areas of the pixels. The model is not run.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Montre ce que donnerait chaque seuil d'un raster de probabilité : à 0,1, 0,2, … 0,9, et par pas de 0,01 de 0,04 en dessous à 0,04 au-dessus de celui qui a le meilleur F1 (sans référence, autour du seuil d'Otsu).&lt;/p&gt;&lt;p&gt;Avec une référence, cela donne &lt;b&gt;la précision, le rappel, F1, l'exactitude globale et l'IoU&lt;/b&gt; des pixels ; toujours le &lt;b&gt;nombre&lt;/b&gt; de glissements de terrain et leur &lt;b&gt;superficie&lt;/b&gt;. Les scores portent sur tous les pixels étiquetés, avant que les petits glissements de terrain soient exclus ; le nombre et la superficie portent sur tous les glissements de terrain, étiquetés ou non. Une superficie est la somme des superficies ellipsoïdales des pixels. Le modèle n'est pas exécuté.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Where F1 is highest; only with a reference that has landslides.</source>
        <translation>Là où F1 est le plus élevé ; seulement avec une référence qui contient des glissements de terrain.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>F1 there.</source>
        <translation>F1 à cet endroit.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>The threshold that parts the probabilities best in two; needs no reference.</source>
        <translation>Le seuil qui sépare le mieux en deux les probabilités ; aucune référence n'est nécessaire.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Smaller ones are neither counted nor drawn. 0 keeps all.</source>
        <translation>Les plus petits ne sont ni comptés ni dessinés. 0 les garde tous.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>What is known to be landslide, for the scores.</source>
        <translation>Ce dont on sait que c'est un glissement de terrain, pour les scores.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Charts and table as one HTML page that needs nothing else.</source>
        <translation>Graphiques et table en une page HTML qui n'a besoin de rien d'autre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>A row for each threshold, for a spreadsheet.</source>
        <translation>Une ligne par seuil, pour un tableur.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Landslides at each threshold</source>
        <translation>Glissements de terrain à chaque seuil</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>The landslides of all thresholds in one layer, measured as by &lt;i&gt;Extract landslides&lt;/i&gt;; the field &lt;i&gt;threshold&lt;/i&gt; tells them apart, and &lt;i&gt;id&lt;/i&gt; counts anew at each. One layer rather than many, since it can be styled, filtered and played through by that field, and goes into every format and database.</source>
        <translation>Les glissements de terrain de tous les seuils dans une seule couche, mesurés comme par &lt;i&gt;Extraire les glissements de terrain&lt;/i&gt; ; le champ &lt;i&gt;threshold&lt;/i&gt; les distingue, et &lt;i&gt;id&lt;/i&gt; recommence à chaque seuil. Une couche plutôt que plusieurs, car elle peut être stylée, filtrée et parcourue selon ce champ et convient à tous les formats et bases de données.</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Threshold with the best F1</source>
        <translation>Seuil du meilleur F1</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Best F1</source>
        <translation>Meilleur F1</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Otsu's threshold</source>
        <translation>Seuil d'Otsu</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>{raster} – landslides by threshold</source>
        <translation>{raster} – glissements de terrain par seuil</translation>
    </message>
    <message>
        <location filename="../../algorithms/train_mask_rcnn.py"/>
        <source>Train a Mask R-CNN model</source>
        <translation>Entraîner un modèle Mask R-CNN</translation>
    </message>
    <message>
        <location filename="../../algorithms/train_mask_rcnn.py"/>
        <source>Trains a model that finds landslides one by one, on images and landslides of your own.</source>
        <translation>Entraîne un modèle qui trouve les glissements de terrain un à un, sur vos propres images et glissements de terrain.</translation>
    </message>
    <message>
        <location filename="../../algorithms/train_unet.py"/>
        <source>Train a model</source>
        <translation>Entraîner un modèle</translation>
    </message>
    <message>
        <location filename="../../algorithms/train_unet.py"/>
        <source>Trains a landslide model on images and landslides of your own.</source>
        <translation>Entraîne un modèle de glissements de terrain sur vos propres images et glissements de terrain.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>A model that knows landslides already needs few ROIs and little time. &lt;i&gt;nothing&lt;/i&gt; starts from the weights under Advanced, or from random ones; those need thousands of landslides and a graphics card.</source>
        <translation>Un modèle qui connaît déjà les glissements de terrain demande peu de ROI et peu de temps. &lt;i&gt;nothing&lt;/i&gt; part des poids indiqués dans les paramètres avancés, ou de poids aléatoires ; ceux-ci demandent des milliers de glissements de terrain et une carte graphique.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>&lt;i&gt;quick&lt;/i&gt; fits a model to your ground in minutes; &lt;i&gt;thorough&lt;/i&gt; takes about six times as long, for more ROIs; &lt;i&gt;paper&lt;/i&gt; is the recipe of Liu et al. 2021, which wants a graphics card. What is set here goes before.</source>
        <translation>&lt;i&gt;quick&lt;/i&gt; adapte un modèle à votre terrain en quelques minutes ; &lt;i&gt;thorough&lt;/i&gt; prend environ six fois plus de temps, pour davantage de ROI ; &lt;i&gt;paper&lt;/i&gt; est la recette de Liu et al. 2021, qui demande une carte graphique. Ce qui est réglé ici l'emporte.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>For checkpoints, log and report; while it trains also for the images, a byte for each pixel and band, and four more where ROIs say which landslide a pixel belongs to.</source>
        <translation>Pour les points de reprise, le journal et le rapport ; pendant l'entraînement aussi pour les images, un octet par pixel et par bande, et quatre de plus lorsque des ROI disent à quel glissement de terrain appartient un pixel.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Backbone</source>
        <translation>Réseau de base (backbone)</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Finds features. A model to start from brings its own. The paper compares ResNet-101 and the two ResNeXt, and chooses ResNeXt-50. EfficientNet-Lite is small and fast.</source>
        <translation>Trouve les caractéristiques. Un modèle de départ apporte le sien. L'article compare ResNet-101 et les deux ResNeXt, et choisit ResNeXt-50. EfficientNet-Lite est petit et rapide.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Improved feature pyramid</source>
        <translation>Pyramide de caractéristiques améliorée</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>The paper's path from the bottom of the pyramid up, which tells where things are. A model to start from brings its own pyramid.</source>
        <translation>Le chemin de l'article du bas de la pyramide vers le haut, qui indique où se trouvent les choses. Un modèle de départ apporte sa propre pyramide.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Edge loss</source>
        <translation>Perte de contour</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>The paper's additional loss, which has the outlines of landslides come out sharper.</source>
        <translation>La perte supplémentaire de l'article, qui rend plus nets les contours des glissements de terrain.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Start file</source>
        <translation>Fichier de départ</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Models, checkpoints and weights (*.onnx *.pt *.pth)</source>
        <translation>Modèles, points de reprise et poids (*.onnx *.pt *.pth)</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>A file, which goes before the model chosen above: a model (.onnx), a checkpoint of a training (.pt), either of them also of a U-Net of &lt;i&gt;Train a model&lt;/i&gt;, whose EfficientNet-Lite is the backbone then, or torchvision's weights (.pth) of a ResNet or ResNeXt, trained on ImageNet, or of &lt;i&gt;maskrcnn_resnet50_fpn&lt;/i&gt;, trained on COCO, from which the paper starts. What of it fits is taken, and the log says how much; all of the last one fits ResNet-50 with 256 feature maps.</source>
        <translation>Un fichier, qui l'emporte sur le modèle choisi ci-dessus : un modèle (.onnx), un point de reprise d'un entraînement (.pt), l'un ou l'autre aussi d'un U-Net d'&lt;i&gt;Entraîner un modèle&lt;/i&gt;, dont l'EfficientNet-Lite est alors le réseau de base, ou les poids de torchvision (.pth) d'un ResNet ou ResNeXt, entraîné sur ImageNet, ou de &lt;i&gt;maskrcnn_resnet50_fpn&lt;/i&gt;, entraîné sur COCO, dont part l'article. Ce qui convient en est repris, et le journal dit combien ; tout ce dernier convient à ResNet-50 avec 256 cartes de caractéristiques.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Epochs</source>
        <translation>Époques</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>How often the steps of an epoch are done.</source>
        <translation>Nombre de répétitions des pas d'une époque.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Steps in an epoch</source>
        <translation>Pas par époque</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Each learns from a batch of patches.</source>
        <translation>Chacun apprend d'un lot d'imagettes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Patch size (pixels)</source>
        <translation>Taille des imagettes (pixels)</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>A smaller one needs less memory. It is rounded up to a multiple of 32.</source>
        <translation>Une taille plus petite demande moins de mémoire. Elle est arrondie au multiple supérieur de 32.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Learning rate</source>
        <translation>Taux d'apprentissage</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Random rotation</source>
        <translation>Rotation aléatoire</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>How patches are turned at random; unless it is &lt;i&gt;none&lt;/i&gt;, they are mirrored too. The paper turns by right angles.</source>
        <translation>Comment les imagettes sont tournées au hasard ; sauf avec &lt;i&gt;none&lt;/i&gt;, elles sont aussi retournées en miroir. L'article les tourne par angles droits.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Empty takes the start model's, else {values}.</source>
        <translation>Vide : celui du modèle de départ, sinon {values}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Feature maps</source>
        <translation>Cartes de caractéristiques</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Of each level of the pyramid and of the heads. A model to start from brings its own. Fewer are faster.</source>
        <translation>De chaque niveau de la pyramide et des têtes. Un modèle de départ apporte les siennes. Moins il y en a, plus c'est rapide.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Anchor sizes (pixels)</source>
        <translation>Tailles des ancres (pixels)</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Sides of the squares that proposals start from, one for each of the pyramid's five levels, with commas between them.</source>
        <translation>Côtés des carrés dont partent les propositions, un pour chacun des cinq niveaux de la pyramide, séparés par des virgules.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Aspect ratios</source>
        <translation>Rapports de forme</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Height to width of what proposals start from, with commas between them.</source>
        <translation>Hauteur sur largeur de ce dont partent les propositions, séparées par des virgules.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Proposals</source>
        <translation>Propositions</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Boxes of a tile that are looked at in extraction, at most; twice as many in training. Fewer are faster.</source>
        <translation>Boîtes d'une tuile examinées lors de l'extraction, au plus ; deux fois plus lors de l'entraînement. Moins il y en a, plus c'est rapide.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>&lt;p&gt;Trains a model that finds landslides &lt;b&gt;one by one&lt;/b&gt;, each with its outline and a score, so that landslides that touch are counted apart: an improved Mask R-CNN (Liu et al. 2021, &lt;i&gt;A Research on Landslides Automatic Extraction Model Based on the Improved Mask R-CNN&lt;/i&gt;). It runs beside QGIS, which can be used meanwhile; progress is shown for each epoch.&lt;/p&gt;&lt;p&gt;Each polygon of the ROIs is one landslide, also where two touch. Of a label raster, connected pixels are one. A model that only maps where landslides are is trained faster by &lt;i&gt;Train a model&lt;/i&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Entraîne un modèle qui trouve les glissements de terrain &lt;b&gt;un à un&lt;/b&gt;, chacun avec son contour et un score, si bien que des glissements de terrain qui se touchent sont comptés séparément : un Mask R-CNN amélioré (Liu et al. 2021, &lt;i&gt;A Research on Landslides Automatic Extraction Model Based on the Improved Mask R-CNN&lt;/i&gt;). Il s'exécute à côté de QGIS, qui reste utilisable ; la progression s'affiche à chaque époque.&lt;/p&gt;&lt;p&gt;Chaque polygone des ROI est un glissement de terrain, même si deux se touchent. Dans un raster d'étiquettes, les pixels connexes n'en font qu'un. Un modèle qui cartographie seulement où sont les glissements de terrain est entraîné plus vite par &lt;i&gt;Entraîner un modèle&lt;/i&gt;.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Loss and its parts, accuracy, precision, recall, F1 and AP50 of all epochs, as a table (CSV).</source>
        <translation>Perte et ses composantes, exactitude, précision, rappel, F1 et AP50 de toutes les époques, sous forme de table (CSV).</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Average precision of the landslides in the validation of the best epoch, at an overlap of one half: 1 where each is found and nothing else.</source>
        <translation>Précision moyenne des glissements de terrain lors de la validation de la meilleure époque, avec un recouvrement d'un demi : 1 si chacun est trouvé et rien d'autre.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>AP50</source>
        <translation>AP50</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>mask r-cnn,maskrcnn,instance,instances,object detection,resnet,resnext,count,edge loss</source>
        <translation>mask r-cnn,maskrcnn,instance,instances,détection d'objets,resnet,resnext,comptage,perte de contour</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Aerial, drone or satellite images that the ROIs were drawn on, or that the label rasters belong to.</source>
        <translation>Images aériennes, de drone ou satellite sur lesquelles les ROI ont été dessinées, ou auxquelles se rapportent les rasters d'étiquettes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Polygons drawn on landslides (and, for a model that tells more apart, on other classes). More of them, and more different ones, make a better model.</source>
        <translation>Polygones dessinés sur des glissements de terrain (et, pour un modèle qui distingue davantage, sur d'autres classes). Plus ils sont nombreux et variés, meilleur est le modèle.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Name of the field that holds the class of the ROIs: &lt;i&gt;landslide&lt;/i&gt; or 1, &lt;i&gt;background&lt;/i&gt; or 0, or other classes such as &lt;i&gt;river&lt;/i&gt;. Empty: all ROIs are landslide.</source>
        <translation>Nom du champ qui contient la classe des ROI : &lt;i&gt;landslide&lt;/i&gt; ou 1, &lt;i&gt;background&lt;/i&gt; ou 0, ou d'autres classes comme &lt;i&gt;river&lt;/i&gt;. Vide : toutes les ROI sont des glissements de terrain.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>&lt;i&gt;background&lt;/i&gt;: you have drawn every landslide, so all else is none; &lt;i&gt;unlabelled&lt;/i&gt;: it is not known, and left out, so some ROIs must be background. &lt;i&gt;auto&lt;/i&gt;: unlabelled if there are ROIs of background, else background.</source>
        <translation>&lt;i&gt;background&lt;/i&gt; : vous avez dessiné tous les glissements de terrain, si bien que tout le reste n'en est pas ; &lt;i&gt;unlabelled&lt;/i&gt; : on ne sait pas, c'est exclu, certaines ROI doivent donc être du fond. &lt;i&gt;auto&lt;/i&gt; : non étiqueté s'il y a des ROI de fond, sinon fond.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Label rasters</source>
        <translation>Rasters d'étiquettes</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Made by &lt;i&gt;Create label raster&lt;/i&gt;: one for each image that has no ROIs, on its grid; or with the image's own bands in it, which needs no image.</source>
        <translation>Créés par &lt;i&gt;Créer un raster d'étiquettes&lt;/i&gt; : un pour chaque image qui n'a pas de ROI, sur sa grille ; ou contenant les bandes de l'image elle-même, ce qui ne demande pas d'image.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Part that trains</source>
        <translation>Partie qui entraîne</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>The image is parted in two: this part trains, the rest validates, so that the model is judged on ground that it has not seen. &lt;i&gt;blocks&lt;/i&gt; deals out squares. Zhang et al. 2020 train on the northern part. Not used where there are validation ROIs, images or label rasters.</source>
        <translation>L'image est partagée en deux : cette partie entraîne, le reste valide, de sorte que le modèle est jugé sur un terrain qu'il n'a pas vu. &lt;i&gt;blocks&lt;/i&gt; distribue des carrés. Zhang et al. 2020 entraînent sur la partie nord. Inutilisé s'il y a des ROI, des images ou des rasters d'étiquettes de validation.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Share that trains</source>
        <translation>Part qui entraîne</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>0.6 is theirs.</source>
        <translation>0.6 est la leur.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Validation ROIs</source>
        <translation>ROI de validation</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>ROIs that only validate, instead of a part of the image. Their pixels do not train.</source>
        <translation>ROI qui ne servent qu'à la validation, à la place d'une partie de l'image. Leurs pixels n'entraînent pas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Validation images</source>
        <translation>Images de validation</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Images that the validation ROIs or label rasters belong to. Empty takes the images above.</source>
        <translation>Images auxquelles se rapportent les ROI ou rasters d'étiquettes de validation. Vide : les images ci-dessus.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Validation label rasters</source>
        <translation>Rasters d'étiquettes de validation</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>As the label rasters above, for validation.</source>
        <translation>Comme les rasters d'étiquettes ci-dessus, pour la validation.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Start from</source>
        <translation>Partir de</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Unless this is set, a model that is there stays, and the training does not start.</source>
        <translation>Si cette option n'est pas cochée, un modèle déjà présent reste et l'entraînement ne démarre pas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Numbers of the images' bands, such as &lt;i&gt;3,2,1&lt;/i&gt;, in the order of the model that training starts from. Empty finds red, green and blue by names and colours. From nothing, any number of bands.</source>
        <translation>Numéros des bandes des images, comme &lt;i&gt;3,2,1&lt;/i&gt;, dans l'ordre du modèle dont part l'entraînement. Vide : rouge, vert et bleu sont trouvés par les noms et les couleurs. Sans modèle de départ, n'importe quel nombre de bandes.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Size of the pixels that are worked on. Empty takes the images' own, or the nearest that the model which training starts from was made for.</source>
        <translation>Taille des pixels traités. Vide : celle des images, ou la plus proche parmi celles pour lesquelles a été conçu le modèle dont part l'entraînement.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Pixel value that the model is to see as black. Empty: 8-bit images are taken as they are, others from the 2nd percentile of the image. What is set here is taken by the extraction too.</source>
        <translation>Valeur de pixel que le modèle doit voir comme noire. Vide : les images de 8 bits sont prises telles quelles, les autres à partir du 2e centile de l'image. Ce qui est réglé ici est aussi repris par l'extraction.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Pixel value that the model is to see as white. Set both, or neither.</source>
        <translation>Valeur de pixel que le modèle doit voir comme blanche. Renseignez les deux, ou aucune.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Training folder</source>
        <translation>Dossier d'entraînement</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Empty takes a folder of the model's name under &lt;i&gt;scarp/training&lt;/i&gt; in your QGIS profile.</source>
        <translation>Vide : un dossier portant le nom du modèle sous &lt;i&gt;scarp/training&lt;/i&gt; dans votre profil QGIS.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Go on with a training</source>
        <translation>Poursuivre un entraînement</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Where the folder holds the same training, cancelled or failed, it goes on from the last finished epoch; with more epochs, also where it had finished. Otherwise it starts anew.</source>
        <translation>Si le dossier contient le même entraînement, annulé ou échoué, il reprend à partir de la dernière époque terminée ; avec davantage d'époques, aussi s'il était terminé. Sinon, il recommence.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>&lt;p&gt;After each epoch a checkpoint is kept. A training that is cancelled, or that the power left, goes on from it when it is run again with the same values.&lt;/p&gt;&lt;p&gt;The model of the best epoch is put into your models folder at the end, with its threshold and scores. The report shows how the training went, epoch by epoch.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Un point de reprise est conservé après chaque époque. Un entraînement annulé, ou interrompu par une coupure de courant, reprend à partir de là lorsqu'il est relancé avec les mêmes valeurs.&lt;/p&gt;&lt;p&gt;À la fin, le modèle de la meilleure époque est placé dans votre dossier de modèles, avec son seuil et ses scores. Le rapport montre le déroulement de l'entraînement, époque par époque.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>The .onnx file, which &lt;i&gt;Extract landslides&lt;/i&gt; lists at once.</source>
        <translation>Le fichier .onnx, que &lt;i&gt;Extraire les glissements de terrain&lt;/i&gt; liste aussitôt.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Curves and scores of all epochs, and what was trained with what, as HTML.</source>
        <translation>Courbes et scores de toutes les époques, et ce qui a été entraîné avec quoi, en HTML.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>The same for TensorBoard.</source>
        <translation>La même chose pour TensorBoard.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Best epoch</source>
        <translation>Meilleure époque</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>The one that the model is of.</source>
        <translation>Celle dont provient le modèle.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Of its validation, at the recommended threshold.</source>
        <translation>De sa validation, au seuil recommandé.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Recommended threshold</source>
        <translation>Seuil recommandé</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Probability from which a pixel is landslide.</source>
        <translation>Probabilité à partir de laquelle un pixel est un glissement de terrain.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Validation loss</source>
        <translation>Perte de validation</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Of the best epoch.</source>
        <translation>De la meilleure époque.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>landslide,landslides,train,training,fine-tune,fine-tuning,transfer learning,deep learning,machine learning,neural network,ai,pytorch,roi,label,segmentation,model,validation,epoch</source>
        <translation>glissement de terrain,glissements de terrain,entraîner,entraînement,ajustement fin,fine-tuning,apprentissage par transfert,apprentissage profond,apprentissage automatique,réseau de neurones,ia,pytorch,roi,étiquette,segmentation,modèle,validation,époque</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Empty takes {value:g}.</source>
        <translation>Vide : {value:g}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Empty takes the preset's: {values}.</source>
        <translation>Vide : celui du préréglage : {values}.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Smallest random scale</source>
        <translation>Échelle aléatoire minimale</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Largest random scale</source>
        <translation>Échelle aléatoire maximale</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Feature bias at the start</source>
        <translation>Biais vers les glissements au début</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Share of the patches that are drawn around a landslide.</source>
        <translation>Part des imagettes tirées autour d'un glissement de terrain.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Feature bias at the end</source>
        <translation>Biais vers les glissements à la fin</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>The same in the last epoch.</source>
        <translation>La même chose à la dernière époque.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Random colours</source>
        <translation>Couleurs aléatoires</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Strength of random changes of colour, 0 to 1.</source>
        <translation>Intensité des modifications aléatoires de couleur, de 0 à 1.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>The model is that of the epoch with the highest F1 or the lowest loss of the validation.</source>
        <translation>Le modèle est celui de l'époque qui a le F1 le plus élevé ou la perte de validation la plus faible.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Patches at once</source>
        <translation>Imagettes à la fois</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Fewer need less memory.</source>
        <translation>Moins il y en a, moins il faut de mémoire.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Optimizer</source>
        <translation>Optimiseur</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Momentum</source>
        <translation>Moment</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Of sgd.</source>
        <translation>De sgd.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>The same seed on the same machine trains the same model.</source>
        <translation>La même graine sur la même machine entraîne le même modèle.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>A model that knows landslides already needs few ROIs and little time. &lt;i&gt;nothing&lt;/i&gt; starts from random weights, with the preset's own network; it needs thousands of landslides.</source>
        <translation>Un modèle qui connaît déjà les glissements de terrain demande peu de ROI et peu de temps. &lt;i&gt;nothing&lt;/i&gt; part de poids aléatoires, avec le réseau du préréglage ; il demande des milliers de glissements de terrain.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>&lt;i&gt;quick&lt;/i&gt; fits a model to your ground in minutes; &lt;i&gt;thorough&lt;/i&gt; takes about four times as long, for more ROIs; &lt;i&gt;paper&lt;/i&gt; is the recipe of Zhang et al. 2020, which wants a graphics card. What is set under Advanced goes before.</source>
        <translation>&lt;i&gt;quick&lt;/i&gt; adapte un modèle à votre terrain en quelques minutes ; &lt;i&gt;thorough&lt;/i&gt; prend environ quatre fois plus de temps, pour davantage de ROI ; &lt;i&gt;paper&lt;/i&gt; est la recette de Zhang et al. 2020, qui demande une carte graphique. Ce qui est réglé dans les paramètres avancés l'emporte.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>For checkpoints, log and report; while it trains also for the images, a byte for each pixel and band.</source>
        <translation>Pour les points de reprise, le journal et le rapport ; pendant l'entraînement aussi pour les images, un octet par pixel et par bande.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Models and checkpoints (*.onnx *.pt *.pth)</source>
        <translation>Modèles et points de reprise (*.onnx *.pt *.pth)</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>A model (.onnx) or a checkpoint of a training (.pt). Goes before the model chosen above.</source>
        <translation>Un modèle (.onnx) ou un point de reprise d'un entraînement (.pt). Il l'emporte sur le modèle choisi ci-dessus.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>How often all patches of an epoch are drawn.</source>
        <translation>Nombre de tirages de toutes les imagettes d'une époque.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Patches in an epoch</source>
        <translation>Imagettes par époque</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>A smaller one needs less memory. It is rounded up to what the network divides by (16 or 32).</source>
        <translation>Une taille plus petite demande moins de mémoire. Elle est arrondie au multiple supérieur de ce par quoi le réseau divise (16 ou 32).</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>The paper gives none.</source>
        <translation>L'article n'en indique pas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Boundary weight</source>
        <translation>Poids du contour</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>How much more than others pixels count on the boundary of a landslide.</source>
        <translation>De combien les pixels comptent plus que les autres sur le contour d'un glissement de terrain.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Boundary width (pixels)</source>
        <translation>Largeur du contour (pixels)</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>How far from the boundary they do.</source>
        <translation>Jusqu'à quelle distance du contour c'est le cas.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Class weight</source>
        <translation>Poids de classe</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Share of a landslide pixel's weight against a background pixel's at the start; it goes to 0.5.</source>
        <translation>Part du poids d'un pixel de glissement de terrain par rapport à celui d'un pixel de fond au début ; elle tend vers 0,5.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Loss weight</source>
        <translation>Poids de perte</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>The same share in the loss of the validation.</source>
        <translation>La même part dans la perte de validation.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Blur distance (pixels)</source>
        <translation>Distance de flou (pixels)</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>How far the labels' edges are blurred at the start; it goes to 0.</source>
        <translation>Jusqu'à quelle distance les bords des étiquettes sont flous au début ; elle tend vers 0.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Patches are turned and mirrored at random.</source>
        <translation>Les imagettes sont tournées et retournées en miroir au hasard.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>The paper gives no range.</source>
        <translation>L'article n'indique pas d'intervalle.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Weight of the Dice loss</source>
        <translation>Poids de la perte de Dice</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Beside the cross-entropy.</source>
        <translation>À côté de l'entropie croisée.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Width of the U-Net</source>
        <translation>Largeur du U-Net</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Feature maps of its first level, when starting from nothing; the paper's is 64. Where it is set, the network is the paper's U-Net in any preset.</source>
        <translation>Cartes de caractéristiques de son premier niveau, sans modèle de départ ; celui de l'article vaut 64. Si ce paramètre est renseigné, le réseau est le U-Net de l'article dans tous les préréglages.</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>&lt;p&gt;Trains a model on landslides that you have drawn, so that &lt;b&gt;Extract landslides&lt;/b&gt; does better on your ground. It runs beside QGIS, which can be used meanwhile; progress is shown for each epoch.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Entraîne un modèle sur les glissements de terrain que vous avez dessinés, afin que &lt;b&gt;Extraire les glissements de terrain&lt;/b&gt; donne de meilleurs résultats sur votre terrain. Il s'exécute à côté de QGIS, qui reste utilisable ; la progression s'affiche à chaque époque.&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Loss, accuracy, precision, recall and F1 of all epochs, as a table (CSV).</source>
        <translation>Perte, exactitude, précision, rappel et F1 de toutes les époques, sous forme de table (CSV).</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>unet,u-net,envinet5,semantic</source>
        <translation>unet,u-net,envinet5,sémantique</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>3 Extract</source>
        <translation>3 Extraire</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Whole image</source>
        <translation>Image entière</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Map canvas extent</source>
        <translation>Étendue du canevas de carte</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Polygons of a layer</source>
        <translation>Polygones d'une couche</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Only what lies in the area is worked on, so a small one is done soon.</source>
        <translation>Seul ce qui se trouve dans la zone est traité, si bien qu'une petite zone est vite terminée.</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Selected features only</source>
        <translation>Entité(s) sélectionnée(s) uniquement</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Folder for the Results</source>
        <translation>Dossier des résultats</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Temporary layers</source>
        <translation>Couches temporaires</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Folder for the probability (GeoTIFF) and the landslides (GeoPackage), named after the image. Files that are there stay. Leave it empty for temporary layers.</source>
        <translation>Dossier pour la probabilité (GeoTIFF) et les glissements de terrain (GeoPackage), nommés d'après l'image. Les fichiers déjà présents restent. Laissez vide pour des couches temporaires.</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Save to</source>
        <translation>Enregistrer dans</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Extract</source>
        <translation>Extraire</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Extract the landslides of the image in the background.</source>
        <translation>Extraire en arrière-plan les glissements de terrain de l'image.</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Choose an image in step 1.</source>
        <translation>Choisissez une image à l'étape 1.</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>There is no layer of polygons; add one, or extract the whole image.</source>
        <translation>Il n'y a aucune couche de polygones ; ajoutez-en une ou traitez l'image entière.</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>No feature of the layer "{}" is selected; select some.</source>
        <translation>Aucune entité de la couche « {} » n'est sélectionnée ; sélectionnez-en.</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>There is no folder {}; choose another, or none for temporary layers.</source>
        <translation>Le dossier {} n'existe pas ; choisissez-en un autre, ou aucun pour des couches temporaires.</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Look for packages</source>
        <translation>Rechercher les paquets</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Options…</source>
        <translation>Options…</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Extract landslides: {}</source>
        <translation>Extraire les glissements de terrain : {}</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Add to this project</source>
        <translation>Ajouter à ce projet</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Cancelled; nothing is left behind.</source>
        <translation>Annulé ; rien n'est laissé derrière.</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Landslides: {count}; area: {ha} ha ({km2} km²); threshold: {threshold}.</source>
        <translation>Glissements de terrain : {count} ; superficie : {ha} ha ({km2} km²) ; seuil : {threshold}.</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>The project that it was started in is closed.</source>
        <translation>Le projet dans lequel cela a été lancé est fermé.</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>1 Image</source>
        <translation>1 Image</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Choose an image</source>
        <translation>Choisissez une image</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Aerial, drone or satellite image taken after the event. Layers that are no files, such as web maps, and probabilities that Scarp has made are not listed.</source>
        <translation>Image aérienne, de drone ou satellite prise après l'événement. Les couches qui ne sont pas des fichiers, comme les cartes web, et les probabilités créées par Scarp ne sont pas listées.</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Open an image from a file</source>
        <translation>Ouvrir une image à partir d'un fichier</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Image of the same place from before the event. With it, landslides that were there before can be told and left out (Remove pre-existing landslides).</source>
        <translation>Image du même endroit avant l'événement. Grâce à elle, les glissements de terrain qui étaient déjà là peuvent être reconnus et exclus (Supprimer les glissements de terrain préexistants).</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Heights in metres. With it, landslides get their mean slope, highest and lowest point and relief.</source>
        <translation>Altitudes en mètres. Grâce à elles, les glissements de terrain reçoivent leur pente moyenne, leur point le plus haut et le plus bas et leur dénivelé.</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>More layers</source>
        <translation>Autres couches</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Before the event</source>
        <translation>Avant l'événement</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Look at the image: {}</source>
        <translation>Examiner l'image : {}</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Use {}</source>
        <translation>Utiliser {}</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Open an Image</source>
        <translation>Ouvrir une image</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>4 Threshold</source>
        <translation>4 Seuil</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>A probability that Scarp has extracted; the newest one is chosen by itself.</source>
        <translation>Une probabilité extraite par Scarp ; la plus récente est choisie automatiquement.</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>What is known to be landslide, if anything: polygons of all landslides, or a label raster (1 landslide, 0 not, 255 not known). Shows which threshold agrees best with it.</source>
        <translation>Ce dont on sait que c'est un glissement de terrain, le cas échéant : les polygones de tous les glissements de terrain, ou un raster d'étiquettes (1 glissement de terrain, 0 non, 255 inconnu). Montre quel seuil concorde le mieux.</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Probability</source>
        <translation>Probabilité</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Keep the probability below it</source>
        <translation>Garder la probabilité sous le seuil</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Draw what is below the threshold in the layer's own colours.</source>
        <translation>Dessiner ce qui est sous le seuil dans les couleurs propres à la couche.</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Reset Style</source>
        <translation>Réinitialiser le style</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Draw the layer in its own style again.</source>
        <translation>Dessiner de nouveau la couche dans son propre style.</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>There is no probability layer yet: extract one in step 3, or add one that Scarp has made.</source>
        <translation>Il n'y a pas encore de couche de probabilité : extrayez-en une à l'étape 3, ou ajoutez-en une créée par Scarp.</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Counting the pixels… {} %</source>
        <translation>Comptage des pixels… {} %</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>The pixels were not counted, since it was cancelled.</source>
        <translation>Les pixels n'ont pas été comptés, car le comptage a été annulé.</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Count Again</source>
        <translation>Recompter</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>2 Train (optional)</source>
        <translation>2 Entraîner (facultatif)</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>&amp;Train</source>
        <translation>&amp;Entraîner</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>Train a model on the ROIs, in the background. Where another training runs, it waits for it, and takes the ROIs as they are when it begins.</source>
        <translation>Entraîner en arrière-plan un modèle sur les ROI. Si un autre entraînement est en cours, il l'attend et prend les ROI telles qu'elles sont à son démarrage.</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>Look what a training can start from</source>
        <translation>Vérifier à partir de quoi un entraînement peut commencer</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>Make a new layer of ROIs, or choose one.</source>
        <translation>Créez une nouvelle couche de ROI ou choisissez-en une.</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>Train a model: {}</source>
        <translation>Entraîner un modèle : {}</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>The model "{name}" is trained and chosen in step 3; F1 of the validation: {f1}.</source>
        <translation>Le modèle « {name} » est entraîné et choisi à l'étape 3 ; F1 de la validation : {f1}.</translation>
    </message>
</context>
<context>
    <name>ScarpActions</name>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Landslide panel</source>
        <translation>Panneau des glissements de terrain</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Show or hide the landslide panel (Scarp)</source>
        <translation>Afficher ou masquer le panneau des glissements de terrain (Scarp)</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Extract landslides…</source>
        <translation>Extraire les glissements de terrain…</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Extract landslides from an image (Scarp)</source>
        <translation>Extraire les glissements de terrain d'une image (Scarp)</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Train a model…</source>
        <translation>Entraîner un modèle…</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Train a model on your own landslides (Scarp)</source>
        <translation>Entraîner un modèle sur vos propres glissements de terrain (Scarp)</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Train a Mask R-CNN model…</source>
        <translation>Entraîner un modèle Mask R-CNN…</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Train a model that finds landslides one by one (Scarp)</source>
        <translation>Entraîner un modèle qui trouve les glissements de terrain un à un (Scarp)</translation>
    </message>
</context>
<context>
    <name>ScarpOptions</name>
    <message>
        <location filename="../../ui/options.py"/>
        <source>Defaults</source>
        <translation>Valeurs par défaut</translation>
    </message>
    <message>
        <location filename="../../ui/options.py"/>
        <source>all cores ({})</source>
        <translation>tous les cœurs ({})</translation>
    </message>
    <message>
        <location filename="../../ui/options.py"/>
        <source>Trainings</source>
        <translation>Entraînements</translation>
    </message>
</context>
<context>
    <name>ThresholdControls</name>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Threshold</source>
        <translation>Seuil</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Arrows move it by 0.01, page up and page down by 0.10, home and end to 0 and 1.</source>
        <translation>Les flèches le déplacent de 0,01, page précédente et page suivante de 0,10, début et fin à 0 et 1.</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>A pixel is landslide where its probability is the threshold or more.</source>
        <translation>Un pixel est un glissement de terrain si sa probabilité est supérieure ou égale au seuil.</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Sqrt</source>
        <translation>Racine</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Height of the bars: logarithm or square root of the number of pixels.</source>
        <translation>Hauteur des barres : logarithme ou racine carrée du nombre de pixels.</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>What is at or above the threshold, its share of all valid pixels, and its ellipsoidal area.</source>
        <translation>Ce qui atteint le seuil, sa part de tous les pixels valides et sa superficie ellipsoïdale.</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Precision and recall of the pixels against the reference at every threshold: the point is the current one, the ring the one with the best F1. Click to move the threshold there.</source>
        <translation>Précision et rappel des pixels par rapport à la référence à chaque seuil : le point est le seuil actuel, l'anneau celui du meilleur F1. Cliquez pour y déplacer le seuil.</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Otsu</source>
        <translation>Otsu</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Otsu's threshold, which parts the probabilities best in two</source>
        <translation>Seuil d'Otsu, qui sépare le mieux en deux les probabilités</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Threshold that the model recommends</source>
        <translation>Seuil que recommande le modèle</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Best F1</source>
        <translation>Meilleur F1</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Threshold that agrees best with the reference</source>
        <translation>Seuil qui concorde le mieux avec la référence</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>{pixels} pixels ({share} %)</source>
        <translation>{pixels} pixels ({share} %)</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>The area is not known: the layer has no valid coordinate system.</source>
        <translation>La superficie est inconnue : la couche n'a pas de système de coordonnées valide.</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>{ha} ha = {km2} km²</source>
        <translation>{ha} ha = {km2} km²</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Precision {precision}, recall {recall}, F1 {f1}, IoU {iou}</source>
        <translation>Précision {precision}, rappel {recall}, F1 {f1}, IoU {iou}</translation>
    </message>
</context>
<context>
    <name>ThresholdRenderer</name>
    <message>
        <location filename="../../ui/threshold_renderer.py"/>
        <source>Landslide (≥ {})</source>
        <translation>Glissement de terrain (≥ {})</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_renderer.py"/>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
</context>
<context>
    <name>TrainingCurves</name>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Loss</source>
        <translation>Perte</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Epoch</source>
        <translation>Époque</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>The first epoch is not finished yet.</source>
        <translation>La première époque n'est pas encore terminée.</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Accuracy</source>
        <translation>Exactitude</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Recall</source>
        <translation>Rappel</translation>
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
        <translation>Part de tous les pixels qui sont justes ; élevée partout où les glissements de terrain sont rares.</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Share of the pixels mapped as landslide that are landslide.</source>
        <translation>Part des pixels cartographiés comme glissement de terrain qui en sont.</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Share of the landslide pixels that are mapped as landslide.</source>
        <translation>Part des pixels de glissement de terrain qui sont cartographiés comme tels.</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Harmonic mean of precision and recall.</source>
        <translation>Moyenne harmonique de la précision et du rappel.</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Average precision: 1 where each landslide is found by itself, and nothing else.</source>
        <translation>Précision moyenne : 1 si chaque glissement de terrain est trouvé séparément, et rien d'autre.</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>training</source>
        <translation>entraînement</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>validation</source>
        <translation>validation</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Epoch {epoch} of {epochs}</source>
        <translation>Époque {epoch} sur {epochs}</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>best: epoch {epoch}, F1 {f1}</source>
        <translation>meilleure : époque {epoch}, F1 {f1}</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>{minutes} min left</source>
        <translation>{minutes} min restantes</translation>
    </message>
</context>
<context>
    <name>TrainingForm</name>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>U-Net: map landslides</source>
        <translation>U-Net : cartographier les glissements de terrain</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>Mask R-CNN: count landslides</source>
        <translation>Mask R-CNN : compter les glissements de terrain</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>A U-Net says for each pixel how likely it is landslide. A Mask R-CNN finds landslides one by one, also where they touch; its training takes longer.</source>
        <translation>Un U-Net indique pour chaque pixel à quel point il est probable qu'il soit un glissement de terrain. Un Mask R-CNN trouve les glissements de terrain un à un, même là où ils se touchent ; son entraînement est plus long.</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>Share of the image that does not train, in the south, so that the model is judged on ground that it has not seen. There must be landslides in both parts.</source>
        <translation>Part de l'image qui n'entraîne pas, au sud, afin que le modèle soit jugé sur un terrain qu'il n'a pas vu. Il doit y avoir des glissements de terrain dans les deux parties.</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>Name of the model that is made. An unfinished training of this name goes on.</source>
        <translation>Nom du modèle créé. Un entraînement inachevé de ce nom est poursuivi.</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>&amp;Kind</source>
        <translation>&amp;Type</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>Start &amp;from</source>
        <translation>P&amp;artir de</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>&amp;Preset</source>
        <translation>&amp;Préréglage</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>&amp;Validation</source>
        <translation>&amp;Validation</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>Na&amp;me</source>
        <translation>No&amp;m</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>nothing (random weights)</source>
        <translation>rien (poids aléatoires)</translation>
    </message>
</context>
<context>
    <name>TrainingList</name>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>Trainings</source>
        <translation>Entraînements</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>&amp;Cancel</source>
        <translation>Ann&amp;uler</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>&amp;Go On</source>
        <translation>&amp;Reprendre</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>Start it again with the same values; it goes on from its last finished epoch.</source>
        <translation>Relancer avec les mêmes valeurs ; l'entraînement reprend à partir de sa dernière époque terminée.</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>&amp;Report</source>
        <translation>Rapp&amp;ort</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>Open the report of the training: curves, scores, settings and sample maps.</source>
        <translation>Ouvrir le rapport de l'entraînement : courbes, scores, paramètres et exemples de cartes.</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>{} %</source>
        <translation>{} %</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>done, F1 {}</source>
        <translation>terminé, F1 {}</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>done</source>
        <translation>terminé</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>failed</source>
        <translation>échoué</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
</context>
</TS>
