<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Decisions</name>
    <message>
        <location filename="../../ui/review_decisions.py"/>
        <source>That was the last landslide of the list.</source>
        <translation>这已是列表中的最后一个滑坡。</translation>
    </message>
    <message>
        <location filename="../../ui/review_decisions.py"/>
        <source>The class has no name; type one, such as river, and press Return.</source>
        <translation>类别没有名称；请输入名称（如河流）并按回车键。</translation>
    </message>
    <message>
        <location filename="../../ui/review_decisions.py"/>
        <source>There is nothing to undo; what is saved cannot be undone.</source>
        <translation>没有可撤销的操作；已保存的内容无法撤销。</translation>
    </message>
    <message>
        <location filename="../../ui/review_decisions.py"/>
        <source>The layer "{}" cannot be edited; save a copy and review that.</source>
        <translation>图层“{}”无法编辑；请保存副本并审核副本。</translation>
    </message>
    <message>
        <location filename="../../ui/review_decisions.py"/>
        <source>The edits of the layer "{layer}" cannot be saved: {reason}</source>
        <translation>无法保存图层“{layer}”的编辑：{reason}</translation>
    </message>
    <message>
        <location filename="../../ui/review_decisions.py"/>
        <source>No landslide is selected; click on one in the table.</source>
        <translation>未选中滑坡；请在表格中单击一个。</translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>Nothing is accepted or rejected yet, so there is nothing to learn from.</source>
        <translation>尚未接受或拒绝任何滑坡，因此没有可供学习的内容。</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>No landslide is accepted yet, so there is nothing to save.</source>
        <translation>尚未接受任何滑坡，因此没有可保存的内容。</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>{} – accepted</source>
        <translation>{} – 已接受</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>{} – review</source>
        <translation>{} – 审核</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>No landslide is rejected, so there is nothing to delete.</source>
        <translation>没有已拒绝的滑坡，因此没有可删除的内容。</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>Rejected landslides deleted</source>
        <translation>已删除被拒绝的滑坡</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>The rejected landslides of the layer "{}" cannot be deleted; save the accepted ones.</source>
        <translation>无法删除图层“{}”中已拒绝的滑坡；请保存已接受的滑坡。</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>Rejected landslides deleted: {}. Undo brings them back until the edits are saved.</source>
        <translation>已删除被拒绝的滑坡：{}。在保存编辑之前可通过撤销恢复。</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>New ROI Layer</source>
        <translation>新建 ROI 图层</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage 文件 (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>ROIs "{layer}": added {added}, changed {changed}, removed {removed}, there already {there}.</source>
        <translation>ROI“{layer}”：添加 {added}，更改 {changed}，移除 {removed}，已存在 {there}。</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>Landslides that lie where its coordinate system is not defined: {}.</source>
        <translation>位于其坐标系未定义之处的滑坡：{}。</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>Save Landslides</source>
        <translation>保存滑坡</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>{path} could not be written: {reason}</source>
        <translation>无法写入 {path}：{reason}</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>Written: {}</source>
        <translation>已写入：{}</translation>
    </message>
</context>
<context>
    <name>HistogramPlot</name>
    <message>
        <location filename="../../ui/histogram_plot.py"/>
        <source>Probability {probability}: {pixels} pixels
At or above it: {above} pixels</source>
        <translation>概率 {probability}：{pixels} 个像元
大于或等于该值：{above} 个像元</translation>
    </message>
</context>
<context>
    <name>ImageFacts</name>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Bands</source>
        <translation>波段</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Pixels</source>
        <translation>像元</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Values</source>
        <translation>像元值</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Nodata</source>
        <translation>无数据</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Suggested</source>
        <translation>推荐</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Band {band}: {low} to {high}</source>
        <translation>波段 {band}：{low} 至 {high}</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>From {} pixels, which are not all.</source>
        <translation>根据 {} 个像元得出，并非全部。</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>What the model sees as darkest and brightest ({}):</source>
        <translation>模型视为最暗和最亮的值（{}）：</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{number} {name}</source>
        <translation>{number} {name}</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{} not used</source>
        <translation>{} 未使用</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>not known: no coordinate system</source>
        <translation>未知：没有坐标系</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{} m</source>
        <translation>{} m</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{own} m, worked on at {working} m</source>
        <translation>{own} m，以 {working} m 处理</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>no valid pixel found</source>
        <translation>未找到有效像元</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{low} to {high}</source>
        <translation>{low} 至 {high}</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>as they are</source>
        <translation>保持原值</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>stretched</source>
        <translation>已拉伸</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>none found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>about {} %</source>
        <translation>约 {} %</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{} %</source>
        <translation>{} %</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>none; train one on this image</source>
        <translation>无；请用此影像训练一个</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{name}, for {low} to {high} m</source>
        <translation>{name}，适用于 {low} 至 {high} m</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>not known. {}</source>
        <translation>未知。{}</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>about {time} on the {device}</source>
        <translation>约 {time}（{device}）</translation>
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
        <translation>滑坡</translation>
    </message>
    <message>
        <location filename="../../ui/panel.py"/>
        <source>Review the Landslides One by One</source>
        <translation>逐个审核滑坡</translation>
    </message>
    <message>
        <location filename="../../ui/panel.py"/>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <location filename="../../ui/panel.py"/>
        <source>Packages, Models and Settings…</source>
        <translation>软件包、模型和设置…</translation>
    </message>
    <message>
        <location filename="../../ui/panel.py"/>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <location filename="../../ui/panel.py"/>
        <source>The help could not be opened; it is the file {}.</source>
        <translation>无法打开帮助；帮助文件为 {}。</translation>
    </message>
</context>
<context>
    <name>LineChart</name>
    <message>
        <location filename="../../ui/curves.py"/>
        <source>best</source>
        <translation>最佳</translation>
    </message>
</context>
<context>
    <name>Missing</name>
    <message>
        <location filename="../../ui/missing.py"/>
        <source>Look whether Scarp's packages are there</source>
        <translation>检查 Scarp 的软件包是否存在</translation>
    </message>
    <message>
        <location filename="../../ui/missing.py"/>
        <source>Scarp needs the package {} to extract landslides; the options install it.</source>
        <translation>Scarp 提取滑坡需要软件包 {}；可在选项中安装。</translation>
    </message>
    <message>
        <location filename="../../ui/missing.py"/>
        <source>Open the options…</source>
        <translation>打开选项…</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>by pixel</source>
        <translation>逐像元</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>one by one</source>
        <translation>逐个</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>{} m</source>
        <translation>{} m</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>{} to {} m</source>
        <translation>{} 至 {} m</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Cannot be used</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Finds landslides</source>
        <translation>滑坡识别方式</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Bands</source>
        <translation>波段</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Ground resolution</source>
        <translation>地面分辨率</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Recommended threshold</source>
        <translation>推荐阈值</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Trained on</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Scores, {}</source>
        <translation>评分，{}</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Scores</source>
        <translation>评分</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>best F1</source>
        <translation>最高 F1</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>IoU</source>
        <translation>交并比</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>AP50</source>
        <translation>AP50</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
</context>
<context>
    <name>ModelCombo</name>
    <message>
        <location filename="../../ui/model_choice.py"/>
        <source>List models</source>
        <translation>列出模型</translation>
    </message>
    <message>
        <location filename="../../ui/model_choice.py"/>
        <source>The bundled model that was made for the image's ground resolution.</source>
        <translation>与影像地面分辨率相匹配的内置模型。</translation>
    </message>
    <message>
        <location filename="../../ui/model_choice.py"/>
        <source>The mean of the probabilities of unet and maskrcnn, with the landslides of maskrcnn kept apart. The best, and the slowest.</source>
        <translation>unet 和 maskrcnn 的概率平均值，并按 maskrcnn 的结果分开滑坡。效果最好，速度最慢。</translation>
    </message>
</context>
<context>
    <name>ModelsBox</name>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Remove the model "{}"? Its file {} is deleted.</source>
        <translation>移除模型“{}”？其文件 {} 将被删除。</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Remove the chosen model; those that come with Scarp stay.</source>
        <translation>移除所选模型；Scarp 自带的模型会保留。</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Finds landslides</source>
        <translation>滑坡识别方式</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Ground resolution</source>
        <translation>地面分辨率</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Import a model</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Scarp</source>
        <translation>Scarp</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>you</source>
        <translation>用户</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Report of its training</source>
        <translation>训练报告</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>The folder {} cannot be made ({}).</source>
        <translation>无法创建文件夹 {}（{}）。</translation>
    </message>
</context>
<context>
    <name>OptionsRuns</name>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>Look which packages are there</source>
        <translation>检查已有的软件包</translation>
    </message>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>Install packages for {}</source>
        <translation>安装 {} 所需的软件包</translation>
    </message>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>List models</source>
        <translation>列出模型</translation>
    </message>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>Import a model</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>Remove the model "{}"</source>
        <translation>移除模型“{}”</translation>
    </message>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>{}: done.</source>
        <translation>{}：完成。</translation>
    </message>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>Options…</source>
        <translation>选项…</translation>
    </message>
</context>
<context>
    <name>PackagesBox</name>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>The same by hand, in a terminal: the command, with the options below.</source>
        <translation>在终端中手动完成同样的操作：命令如下，包含下方的选项。</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Extraction</source>
        <translation>提取</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>{}: looking…</source>
        <translation>{}：正在查找…</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>{}: not possible yet. Missing: {}.</source>
        <translation>{}：尚不可用。缺少：{}。</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>the graphics card ({})</source>
        <translation>显卡（{}）</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>the processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>{}: ready. It runs on {}.</source>
        <translation>{}：就绪。运行于{}。</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Missing: {}.</source>
        <translation>缺少：{}。</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Install again</source>
        <translation>重新安装</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Install</source>
        <translation>安装</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Packages</source>
        <translation>软件包</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Diagnose</source>
        <translation>诊断</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Look at Python, packages, graphics card and network, and say what to do.</source>
        <translation>检查 Python、软件包、显卡和网络，并给出处理建议。</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Copy the diagnosis</source>
        <translation>复制诊断结果</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Package</source>
        <translation>软件包</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Needed for</source>
        <translation>用途</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Options of the installation</source>
        <translation>安装选项</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>extraction; validation of a trained model</source>
        <translation>提取；验证训练好的模型</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>charts in reports</source>
        <translation>报告中的图表</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>model files of trained models</source>
        <translation>训练所得模型的文件</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>labels in training</source>
        <translation>训练中的标签</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>the log of a training for TensorBoard</source>
        <translation>供 TensorBoard 使用的训练日志</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>{} (not for {})</source>
        <translation>{}（不用于 {}）</translation>
    </message>
</context>
<context>
    <name>PixelCounter</name>
    <message>
        <location filename="../../ui/pixel_counter.py"/>
        <source>Count the pixels of {}</source>
        <translation>统计 {} 的像元</translation>
    </message>
</context>
<context>
    <name>PolygonMaker</name>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>Make measured polygons of what lies at or above the threshold, as a new layer; in the background.</source>
        <translation>在后台将大于或等于阈值的部分生成经过量测的多边形，作为新图层。</translation>
    </message>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>Make Polygons at {}</source>
        <translation>以阈值 {} 生成多边形</translation>
    </message>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>Make polygons of {layer} at {threshold}</source>
        <translation>以阈值 {threshold} 生成 {layer} 的多边形</translation>
    </message>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>Add to this project</source>
        <translation>添加到当前工程</translation>
    </message>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>Cancelled; nothing is left behind.</source>
        <translation>已取消；未留下任何内容。</translation>
    </message>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>Landslides at {threshold}: {count}; area: {ha} ha ({km2} km²).</source>
        <translation>阈值 {threshold} 的滑坡：{count}；面积：{ha} ha ({km2} km²)。</translation>
    </message>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>The project that it was started in is closed.</source>
        <translation>启动该任务的工程已关闭。</translation>
    </message>
</context>
<context>
    <name>PrecisionRecallPlot</name>
    <message>
        <location filename="../../ui/precision_recall_plot.py"/>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <location filename="../../ui/precision_recall_plot.py"/>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <location filename="../../ui/result_view.py"/>
        <source>Swipe</source>
        <translation>卷帘</translation>
    </message>
    <message>
        <location filename="../../ui/result_view.py"/>
        <source>Put a handle on the canvas that can be dragged: left of it the map is without Scarp's results. Esc ends it. ({key})</source>
        <translation>在画布上放置可拖动的滑杆：其左侧的地图不显示 Scarp 的结果。按 Esc 结束。({key})</translation>
    </message>
    <message>
        <location filename="../../ui/result_view.py"/>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <location filename="../../ui/result_view.py"/>
        <source>Hides Scarp's results on the canvas as long as it, or the key {key}, is held down.</source>
        <translation>按住此按钮或 {key} 键期间，隐藏画布上 Scarp 的结果。</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Go to the landslide above</source>
        <translation>转到上方的滑坡</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Go to the landslide below</source>
        <translation>转到下方的滑坡</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>It is a landslide</source>
        <translation>是滑坡</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>It is none</source>
        <translation>不是滑坡</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Not Reviewed</source>
        <translation>未审核</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Set back to not reviewed</source>
        <translation>恢复为未审核</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Undo the last edit of the layer, as QGIS does</source>
        <translation>撤销图层的上一次编辑，与 QGIS 的操作相同</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Edit Geometry</source>
        <translation>编辑几何图形</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Edit the outline with QGIS's own tool; the fields that Scarp has measured follow</source>
        <translation>用 QGIS 自带的工具编辑轮廓；Scarp 量测的字段会随之更新</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Reclassify</source>
        <translation>重分类</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>It is what the box says, such as a river</source>
        <translation>归为框中所填的类别，例如河流</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Pan Only</source>
        <translation>仅平移</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Keep the scale of the map when going to a landslide</source>
        <translation>转到滑坡时保持地图的比例尺</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Go On</source>
        <translation>自动前进</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Go to the next landslide after each accept, reject and reclassify</source>
        <translation>每次接受、拒绝或重分类后转到下一个滑坡</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>To ROIs</source>
        <translation>转为 ROI</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>For the next training, accepted ones become ROIs of landslide, and rejected ones ROIs of background that is easily taken for it; each once. Other classes are left out.</source>
        <translation>用于下一次训练：接受的滑坡成为滑坡 ROI，拒绝的滑坡成为易被误认为滑坡的背景 ROI；各转一次。其他类别不包括在内。</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Save Edits</source>
        <translation>保存编辑</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Save the edits of the layer</source>
        <translation>保存图层的编辑</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Save Accepted As…</source>
        <translation>将已接受的另存为…</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Write the accepted landslides to a file of their own</source>
        <translation>将已接受的滑坡写入单独的文件</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Save a Copy As…</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Write all landslides to a file, and review that</source>
        <translation>将所有滑坡写入文件，并审核该文件</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Delete Rejected</source>
        <translation>删除已拒绝的</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Delete the rejected landslides from the layer</source>
        <translation>从图层中删除已拒绝的滑坡</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>No layer</source>
        <translation>无图层</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Layer of landslides to review</source>
        <translation>要审核的滑坡图层</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Not reviewed</source>
        <translation>未审核</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Other classes</source>
        <translation>其他类别</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Which landslides the table shows</source>
        <translation>表格中显示哪些滑坡</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>What a landslide is reclassified to; Return does it, Escape does not</source>
        <translation>滑坡要重分类为的类别；按回车键确认，按 Esc 键取消</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>ReviewDock</name>
    <message>
        <location filename="../../ui/review.py"/>
        <source>Landslide review</source>
        <translation>滑坡审核</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>There is no layer under review; choose one.</source>
        <translation>没有正在审核的图层；请选择一个。</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>The landslides are being read; wait a moment.</source>
        <translation>正在读取滑坡；请稍候。</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>Choose a layer of landslides to review; an extraction is chosen by itself.</source>
        <translation>选择要审核的滑坡图层；提取结果会自动选中。</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>{reviewed} of {all} reviewed</source>
        <translation>已审核 {reviewed} / {all}</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>This is the last landslide of the list.</source>
        <translation>这是列表中的最后一个滑坡。</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>This is the first landslide of the list.</source>
        <translation>这是列表中的第一个滑坡。</translation>
    </message>
    <message>
        <location filename="../../ui/review_canvas.py"/>
        <source>This landslide has no outline; delete it or draw one.</source>
        <translation>此滑坡没有轮廓；请将其删除或绘制轮廓。</translation>
    </message>
    <message>
        <location filename="../../ui/review_canvas.py"/>
        <source>This landslide lies where the map's coordinate system is not defined; choose another one for the project.</source>
        <translation>此滑坡位于地图坐标系未定义之处；请为工程选择其他坐标系。</translation>
    </message>
    <message>
        <location filename="../../ui/review_export.py"/>
        <source>No vector format has the ending {ending}; choose .gpkg, .shp or .geojson.</source>
        <translation>没有扩展名为 {ending} 的矢量格式；请选择 .gpkg、.shp 或 .geojson。</translation>
    </message>
    <message>
        <location filename="../../ui/review_export.py"/>
        <source>The layer "{layer}" is in the file {path}; choose another name.</source>
        <translation>图层“{layer}”位于文件 {path} 中；请选择其他名称。</translation>
    </message>
    <message>
        <location filename="../../ui/review_export.py"/>
        <source>{} was written, but cannot be opened; look whether it is still there.</source>
        <translation>{} 已写入，但无法打开；请检查该文件是否仍然存在。</translation>
    </message>
    <message>
        <location filename="../../ui/review_rois.py"/>
        <source>Compare the review with the ROIs "{}"</source>
        <translation>将审核结果与 ROI“{}”比较</translation>
    </message>
    <message>
        <location filename="../../ui/review_rois.py"/>
        <source>The ROI layer "{layer}" has no field "{field}", so what was rejected would be landslide there; choose another ROI layer, or make a new one.</source>
        <translation>ROI 图层“{layer}”没有字段“{field}”，因此被拒绝的滑坡在其中会成为滑坡；请选择其他 ROI 图层或新建一个。</translation>
    </message>
    <message>
        <location filename="../../ui/review_rois.py"/>
        <source>Review sent to ROIs</source>
        <translation>审核结果已转为 ROI</translation>
    </message>
    <message>
        <location filename="../../ui/review_rois.py"/>
        <source>The layer "{}" does not take what was reviewed; choose another ROI layer.</source>
        <translation>图层“{}”不接受审核结果；请选择其他 ROI 图层。</translation>
    </message>
    <message>
        <location filename="../../ui/review_rows.py"/>
        <source>Read the landslides of "{}"</source>
        <translation>读取“{}”中的滑坡</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The field "{field}" of the layer "{layer}" holds numbers, so it cannot keep the status; rename it, or save a copy without it.</source>
        <translation>图层“{layer}”的字段“{field}”为数值型，无法保存状态；请重命名该字段，或保存不含该字段的副本。</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The layer "{}" is read-only, so the status cannot be kept in it; save a copy and review that.</source>
        <translation>图层“{}”为只读，无法在其中保存状态；请保存副本并审核副本。</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The layer "{}" takes no new field or no new values, so the status cannot be kept in it; save a copy and review that.</source>
        <translation>图层“{}”不接受新字段或新值，无法在其中保存状态；请保存副本并审核副本。</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The layer "{}" cannot be edited in this way; save a copy and review that.</source>
        <translation>图层“{}”无法以这种方式编辑；请保存副本并审核副本。</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The layer "{}" cannot be edited; save a copy and review that.</source>
        <translation>图层“{}”无法编辑；请保存副本并审核副本。</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>Landslides accepted</source>
        <translation>已接受滑坡</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>Landslides rejected</source>
        <translation>已拒绝滑坡</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>Landslides set to not reviewed</source>
        <translation>滑坡已设为未审核</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>Landslides reclassified</source>
        <translation>滑坡已重分类</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The layer "{}" does not take it; save a copy and review that.</source>
        <translation>图层“{}”不接受该更改；请保存副本并审核副本。</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>Field for the review added</source>
        <translation>已添加审核字段</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The layer "{}" takes no new field; save a copy and review that.</source>
        <translation>图层“{}”不接受新字段；请保存副本并审核副本。</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>not reviewed</source>
        <translation>未审核</translation>
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
        <translation>未审核</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Id</source>
        <translation>编号</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>The field id; without one, the id of the feature</source>
        <translation>字段 id；没有该字段时为要素 ID</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Area on the ellipsoid, measured on the outline</source>
        <translation>按轮廓量测的椭球面积</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Mean probability of a landslide in it</source>
        <translation>其中滑坡概率的平均值</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Max</source>
        <translation>最高</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Highest probability of a landslide in it</source>
        <translation>其中滑坡概率的最高值</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Long side of the box around it, measured on the outline</source>
        <translation>外接矩形的长边，按轮廓量测</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>How sure the model is of this landslide as a whole</source>
        <translation>模型对整个滑坡的把握程度</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>What the review says</source>
        <translation>审核结果</translation>
    </message>
</context>
<context>
    <name>ReviewStyle</name>
    <message>
        <location filename="../../ui/review_style.py"/>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <location filename="../../ui/review_style.py"/>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <location filename="../../ui/review_style.py"/>
        <source>Other class</source>
        <translation>其他类别</translation>
    </message>
    <message>
        <location filename="../../ui/review_style.py"/>
        <source>Not reviewed</source>
        <translation>未审核</translation>
    </message>
</context>
<context>
    <name>RoiAdvice</name>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>ROIs outside the image, which are not used: {}.</source>
        <translation>位于影像之外而未使用的 ROI：{}。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>ROIs without a class, which are not used: {}. Set it in the attribute table.</source>
        <translation>没有类别而未使用的 ROI：{}。请在属性表中设置类别。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>ROIs without a geometry, which are not used: {}. Delete them.</source>
        <translation>没有几何图形而未使用的 ROI：{}。请将其删除。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>QGIS gives new features the values of the one before, and so not the class that is chosen here: switch that off under Settings &gt; Options &gt; Digitizing.</source>
        <translation>QGIS 会让新要素沿用前一个要素的值，因此不采用此处选择的类别：请在“设置 &gt; 选项 &gt; 数字化”中关闭该功能。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>There are edits that are not saved; a training uses them too.</source>
        <translation>有尚未保存的编辑；训练也会使用它们。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>There are no ROIs yet. Draw polygons on landslides.</source>
        <translation>尚无 ROI。请在滑坡上绘制多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>No ROI is a landslide, so there is nothing to learn.</source>
        <translation>没有滑坡 ROI，因此没有可供学习的内容。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>Landslides are few: {count}. With {few} or more, of all kinds and in all parts of the image, a model gets good.</source>
        <translation>滑坡较少：{count}。达到 {few} 个以上，涵盖各种类型和影像各处，模型才会良好。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>What no ROI covers is left out, so draw background of all kinds.</source>
        <translation>ROI 未覆盖的部分不参与训练，因此请绘制各种类型的背景。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>All other ground counts as background: draw every landslide of the image, or some background too.</source>
        <translation>其余地面均视为背景：请绘制影像中的所有滑坡，或者也绘制一些背景。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>No field says the class, so all ROIs are landslides, and all other ground counts as background: draw every landslide of the image.</source>
        <translation>没有说明类别的字段，因此所有 ROI 均为滑坡，其余地面均视为背景：请绘制影像中的所有滑坡。</translation>
    </message>
</context>
<context>
    <name>RoiClassesTable</name>
    <message>
        <location filename="../../ui/roi_classes_table.py"/>
        <source>Rejected</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <location filename="../../ui/roi_classes_table.py"/>
        <source>Draw landslides, with scarp and runout.</source>
        <translation>绘制滑坡，包括后壁和堆积区。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_classes_table.py"/>
        <source>Draw ground that is no landslide: forest, fields, roads, water, bare ground.</source>
        <translation>绘制非滑坡的地面：森林、农田、道路、水体、裸地。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_classes_table.py"/>
        <source>Draw background that a model took for a landslide; a review puts it here too.</source>
        <translation>绘制被模型误认为滑坡的背景；审核也会将其放在此处。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_classes_table.py"/>
        <source>Key: {}</source>
        <translation>快捷键：{}</translation>
    </message>
</context>
<context>
    <name>RoiDrawing</name>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Choose a layer of ROIs</source>
        <translation>选择 ROI 图层</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>ROI layer</source>
        <translation>ROI 图层</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Polygons drawn on landslides, and on ground that is none.</source>
        <translation>在滑坡和非滑坡地面上绘制的多边形。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>&amp;Class field</source>
        <translation>类别字段(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Field that says the class: landslide or 1, background or 0. None: all polygons are landslides.</source>
        <translation>说明类别的字段：滑坡为 landslide 或 1，背景为 background 或 0。无：所有多边形均为滑坡。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>&amp;Draw</source>
        <translation>绘制(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Draw polygons of the class that is chosen, with QGIS's tools: click for corners, right-click to finish. Nothing is asked; the keys 1, 2 and 3 change the class, Ctrl+Z undoes.</source>
        <translation>用 QGIS 的工具绘制所选类别的多边形：单击添加顶点，右键结束。不会弹出询问；按 1、2、3 键切换类别，按 Ctrl+Z 撤销。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>&amp;Save Edits</source>
        <translation>保存编辑(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Write what was drawn into the layer's file, and go on drawing.</source>
        <translation>将绘制的内容写入图层文件，并继续绘制。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Folder for the ROI Layer</source>
        <translation>ROI 图层文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>The ROI layer is the file {}.</source>
        <translation>ROI 图层为文件 {}。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Snapping was switched off.</source>
        <translation>捕捉已关闭。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Make a ROI layer: {}</source>
        <translation>创建 ROI 图层：{}</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>The layer "{}" cannot be edited; choose another, or make a new one.</source>
        <translation>图层“{}”无法编辑；请选择其他图层或新建一个。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Choose an image in step 1; ROIs are drawn on it.</source>
        <translation>请在第 1 步选择影像；ROI 绘制在影像上。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Make a new layer of ROIs and draw on it; you are asked for its folder.</source>
        <translation>新建 ROI 图层并在其上绘制；会询问存放的文件夹。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Make a new layer of ROIs and draw on it: {}</source>
        <translation>新建 ROI 图层并在其上绘制：{}</translation>
    </message>
</context>
<context>
    <name>RoiLayer</name>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>Landslide</source>
        <translation>滑坡</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>Background (rejected)</source>
        <translation>背景（被拒绝）</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>There is a file {path} already; choose another name.</source>
        <translation>文件 {path} 已存在；请选择其他名称。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>The ROI layer {path} cannot be made ({reason}); choose another folder.</source>
        <translation>无法创建 ROI 图层 {path}（{reason}）；请选择其他文件夹。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>The layer "{}" cannot be edited; choose another ROI layer.</source>
        <translation>图层“{}”无法编辑；请选择其他 ROI 图层。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>The polygon cannot be reprojected to {crs} of the layer "{layer}".</source>
        <translation>无法将多边形重投影到图层“{layer}”的 {crs}。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>ROI added</source>
        <translation>已添加 ROI</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>The layer "{}" takes no polygon; choose another ROI layer.</source>
        <translation>图层“{}”不接受多边形；请选择其他 ROI 图层。</translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message>
        <location filename="../../ui/run.py"/>
        <source>There is no algorithm "{}"; enable the plugin Scarp.</source>
        <translation>没有算法“{}”；请启用插件 Scarp。</translation>
    </message>
    <message>
        <location filename="../../ui/run.py"/>
        <source>The layer "{}" was removed before the run could begin; add it again and start anew.</source>
        <translation>图层“{}”在运行开始之前已被移除；请重新添加并重新开始。</translation>
    </message>
    <message>
        <location filename="../../ui/run.py"/>
        <source>It failed without a reason; look at the log under View &gt; Panels &gt; Log Messages &gt; Scarp.</source>
        <translation>运行失败，原因不明；请在“视图 &gt; 面板 &gt; 日志信息 &gt; Scarp”中查看日志。</translation>
    </message>
</context>
<context>
    <name>RunRow</name>
    <message>
        <location filename="../../ui/run_row.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../ui/run_row.py"/>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <location filename="../../ui/run_row.py"/>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
</context>
<context>
    <name>Scarp</name>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Landslides</source>
        <translation>滑坡</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Advanced parameters</source>
        <translation>高级参数</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>Create label raster</source>
        <translation>创建标签栅格</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>Turns polygons drawn on an image (ROIs) into labels to train a model on.</source>
        <translation>将在影像上绘制的多边形（ROI）转换为用于训练模型的标签。</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>landslide,label,labels,mask,roi,region of interest,training,samples,rasterize,ground truth,reference</source>
        <translation>滑坡,标签,标注,掩膜,roi,感兴趣区,训练,样本,栅格化,地面真值,参考</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>Landslide pixels</source>
        <translation>滑坡像元数</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>Pixels of each class</source>
        <translation>各类别的像元数</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>Background pixels</source>
        <translation>背景像元数</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>Unlabelled pixels</source>
        <translation>未标注像元数</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>{scene} – label raster</source>
        <translation>{scene} – 标签栅格</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>{scene} – labels</source>
        <translation>{scene} – 标签</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Describe an image</source>
        <translation>描述影像</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Says what Scarp sees in an image, which models fit it, and how long an extraction takes.</source>
        <translation>说明 Scarp 对影像的识别结果、适用的模型以及提取所需的时间。</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>describe,image,info,information,metadata,bands,resolution,values,nodata,model,suggest,fit,time,estimate,windows,tiles,memory,report,json</source>
        <translation>描述,影像,图像,信息,元数据,波段,分辨率,像元值,无数据,nodata,模型,推荐,适用,时间,估算,窗口,图块,内存,报告,json</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>&lt;p&gt;Says, before anything is extracted, what Scarp sees in an image: bands and what they are taken for, values, nodata, ground resolution; which model suits it and why, which do not; and how long an extraction would take on this computer.&lt;/p&gt;&lt;p&gt;It is quick however large the image is: values and nodata are &lt;b&gt;estimates&lt;/b&gt; from overviews or, where there are none, from some of its blocks. The time is that of one tile, which is run through the model, times the number of tiles; it is measured once for each model and device until QGIS is closed.&lt;/p&gt;</source>
        <translation>&lt;p&gt;在提取之前，说明 Scarp 对影像的识别结果：波段及其含义、像元值、无数据、地面分辨率；哪个模型适合及其原因，哪些不适合；以及在本计算机上提取需要多长时间。&lt;/p&gt;&lt;p&gt;无论影像多大，速度都很快：像元值和无数据是根据金字塔（没有金字塔时根据部分数据块）得出的&lt;b&gt;估计值&lt;/b&gt;。时间由模型处理一个图块所需的时间乘以图块数得出；在关闭 QGIS 之前，每个模型和设备只测量一次。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>A JSON object: &lt;i&gt;width&lt;/i&gt;, &lt;i&gt;height&lt;/i&gt;, &lt;i&gt;bands&lt;/i&gt;, &lt;i&gt;crs&lt;/i&gt;, &lt;i&gt;resolution_m&lt;/i&gt;, &lt;i&gt;working_resolution_m&lt;/i&gt;, &lt;i&gt;values&lt;/i&gt;, &lt;i&gt;nodata&lt;/i&gt;, &lt;i&gt;model&lt;/i&gt; (the one asked for), &lt;i&gt;suggested&lt;/i&gt;, &lt;i&gt;models&lt;/i&gt; (how each fits, and why), &lt;i&gt;work&lt;/i&gt; (windows, memory), &lt;i&gt;time&lt;/i&gt; (seconds, and what they are based on) and &lt;i&gt;warnings&lt;/i&gt;, among others.</source>
        <translation>一个 JSON 对象，包括 &lt;i&gt;width&lt;/i&gt;、&lt;i&gt;height&lt;/i&gt;、&lt;i&gt;bands&lt;/i&gt;、&lt;i&gt;crs&lt;/i&gt;、&lt;i&gt;resolution_m&lt;/i&gt;、&lt;i&gt;working_resolution_m&lt;/i&gt;、&lt;i&gt;values&lt;/i&gt;、&lt;i&gt;nodata&lt;/i&gt;、&lt;i&gt;model&lt;/i&gt;（所询问的模型）、&lt;i&gt;suggested&lt;/i&gt;、&lt;i&gt;models&lt;/i&gt;（各模型的适用程度及原因）、&lt;i&gt;work&lt;/i&gt;（窗口、内存）、&lt;i&gt;time&lt;/i&gt;（秒数及其依据）和 &lt;i&gt;warnings&lt;/i&gt; 等。</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Image</source>
        <translation>影像</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Any raster that is read through GDAL, of any size.</source>
        <translation>可通过 GDAL 读取的任意栅格，大小不限。</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>That the image is to be read for. &lt;i&gt;auto&lt;/i&gt; takes the one that &lt;i&gt;Extract landslides&lt;/i&gt; would.</source>
        <translation>为哪个模型读取影像。&lt;i&gt;auto&lt;/i&gt; 采用 &lt;i&gt;提取滑坡&lt;/i&gt; 会选用的模型。</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Bands</source>
        <translation>波段</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>The image's bands in the model's order. Empty finds them by their names and colours, else takes the first ones.</source>
        <translation>按模型顺序排列的影像波段。留空则按名称和颜色查找，找不到时采用前几个波段。</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>That the time is measured on. &lt;i&gt;auto&lt;/i&gt; uses an NVIDIA graphics card where it works.</source>
        <translation>测量时间所用的设备。&lt;i&gt;auto&lt;/i&gt; 在 NVIDIA 显卡可用时使用显卡。</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>CPU threads</source>
        <translation>CPU 线程数</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>0 uses all cores.</source>
        <translation>0 表示使用全部核心。</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>What was found as a page (.html) or as text (.txt).</source>
        <translation>以网页 (.html) 或文本 (.txt) 形式给出的结果。</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>Diagnose</source>
        <translation>诊断</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>Says which packages, device and proxy Scarp uses, what is missing, and what mends it.</source>
        <translation>说明 Scarp 使用的软件包、设备和代理，缺少什么以及如何解决。</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>Setup</source>
        <translation>安装设置</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>diagnose,diagnosis,packages,python,versions,onnxruntime,pytorch,torch,cuda,gpu,setup,report,bug,help</source>
        <translation>诊断,软件包,python,版本,onnxruntime,pytorch,torch,cuda,gpu,显卡,设置,安装,报告,错误,故障,帮助</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>&lt;p&gt;Looks at everything that Scarp runs on: the Python of QGIS, the environment with the packages, ONNX Runtime and PyTorch, the NVIDIA card, the disk and the proxy. The text in the log ends with what to do; copy it when you report a problem. It holds no passwords.&lt;/p&gt;&lt;p&gt;Nothing is changed and nothing is sent.&lt;/p&gt;</source>
        <translation>&lt;p&gt;检查 Scarp 运行所依赖的一切：QGIS 的 Python、软件包所在的环境、ONNX Runtime 和 PyTorch、NVIDIA 显卡、磁盘以及代理。日志中的文本最后给出处理建议；报告问题时请复制该文本。其中不含密码。&lt;/p&gt;&lt;p&gt;不会更改任何内容，也不会发送任何内容。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>The diagnosis.</source>
        <translation>诊断结果。</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>For programs, as JSON: for &lt;i&gt;extraction&lt;/i&gt; and &lt;i&gt;training&lt;/i&gt; which packages are missing, whether it can run, and on what device (&lt;i&gt;cpu&lt;/i&gt; or &lt;i&gt;cuda&lt;/i&gt;); versions; the card.</source>
        <translation>供程序使用的 JSON：对于 &lt;i&gt;extraction&lt;/i&gt; 和 &lt;i&gt;training&lt;/i&gt;，缺少哪些软件包、能否运行以及在哪种设备（&lt;i&gt;cpu&lt;/i&gt; 或 &lt;i&gt;cuda&lt;/i&gt;）上运行；版本；显卡。</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>The diagnosis as a page (.html) or as text (.txt).</source>
        <translation>以网页 (.html) 或文本 (.txt) 形式给出的诊断结果。</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>Diagnosis</source>
        <translation>诊断结果</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>State of the packages</source>
        <translation>软件包状态</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluate_extraction.py"/>
        <source>Evaluate extraction</source>
        <translation>评价提取结果</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluate_extraction.py"/>
        <source>Scores an extraction against a reference, and maps what is correct, missed and false.</source>
        <translation>对照参考数据为提取结果评分，并绘制正确、漏检和误检的分布图。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluate_extraction.py"/>
        <source>{layer} – error map</source>
        <translation>{layer} – 误差图</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluate_extraction.py"/>
        <source>{layer} – errors</source>
        <translation>{layer} – 误差</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Extraction</source>
        <translation>提取结果</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>What was extracted: polygons; or a raster, of probabilities, of 0 and 1 (1 is landslide), or of classes. It may come from any program.</source>
        <translation>提取所得的数据：多边形；或概率栅格、0 和 1 的栅格（1 为滑坡）、类别栅格。可来自任何程序。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Of a probability raster: a pixel is landslide at or above it. Empty takes the one that the model recommends, which a raster of Scarp states, else 0.5. Polygons and masks need none.</source>
        <translation>用于概率栅格：像元值大于或等于该值即为滑坡。留空则采用模型推荐的阈值（Scarp 的栅格中有记载），否则为 0.5。多边形和掩膜不需要阈值。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Reference</source>
        <translation>参考数据</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>What is true: polygons of all landslides; or a label raster of 1 (landslide), 0 (other) and 255 or nodata (unlabelled, left out). It may have another grid and coordinate system.</source>
        <translation>真实情况：所有滑坡的多边形；或标签栅格，其中 1 为滑坡，0 为其他，255 或无数据为未标注（不参与计算）。可采用不同的格网和坐标系。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Polygons to compare in: where the reference is complete. What lies outside is left out.</source>
        <translation>进行比较的多边形范围，即参考数据完整的区域。区域以外不参与计算。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Extent</source>
        <translation>范围</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Rectangle to compare in. With an area too, what lies in both.</source>
        <translation>进行比较的矩形范围。若同时给出区域，则取两者的重叠部分。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>What was extracted from, or its probability raster: where it is nodata is left out, as is the black collar of an image that declares no nodata, and the report shows the errors on it. Polygons are compared on its pixels.</source>
        <translation>提取所用的影像或其概率栅格：其无数据处不参与计算，未声明无数据的影像的黑边也不参与计算，报告以其为底图显示误差。多边形在其像元上进行比较。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Overlap (%)</source>
        <translation>重叠度 (%)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>A landslide is found, or an extracted one right, where the other layer covers this share of it.</source>
        <translation>一个滑坡被另一图层覆盖的比例达到该值时，即视为被检出，或提取正确。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Size classes (m²)</source>
        <translation>面积等级 (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Limits between the classes of area that the scores by object are also given for, separated by commas. Empty: no classes.</source>
        <translation>各面积等级之间的界限，以逗号分隔，按对象的评分也会按等级给出。留空则不分级。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Resolution (m)</source>
        <translation>分辨率 (m)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Size of the pixels, where both layers are polygons. Empty takes those of the image; without one, a tenth of the width of small landslides, or what gives a grid of 100 million pixels. Rasters are compared on their own pixels.</source>
        <translation>两个图层均为多边形时的像元大小。留空则采用影像的像元大小；没有影像时，采用小型滑坡宽度的十分之一，或使格网达到一亿像元的大小。栅格在其自身像元上进行比较。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Error map</source>
        <translation>误差图</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>GeoTIFF: 1 correct (green), 2 missed (red), 3 false (blue), 0 right background, 255 not compared.</source>
        <translation>GeoTIFF：1 正确（绿色），2 漏检（红色），3 误检（蓝色），0 正确的背景，255 未比较。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Error polygons</source>
        <translation>误差多边形</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>The same as polygons, with the fields &lt;i&gt;kind&lt;/i&gt; (correct, missed, false) and &lt;i&gt;area_m2&lt;/i&gt; (ellipsoidal).</source>
        <translation>以多边形表示的同样内容，含字段 &lt;i&gt;kind&lt;/i&gt;（correct 正确、missed 漏检、false 误检）和 &lt;i&gt;area_m2&lt;/i&gt;（椭球面积）。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>HTML files (*.html)</source>
        <translation>HTML 文件 (*.html)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>All scores and a picture of the errors, as one HTML page.</source>
        <translation>全部评分和误差图片，合为一个 HTML 网页。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>JSON files (*.json)</source>
        <translation>JSON 文件 (*.json)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>All scores as a JSON file, for other programs; what is not defined is null.</source>
        <translation>以 JSON 文件给出的全部评分，供其他程序使用；无定义的值为 null。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>By pixel. Liu et al. 2021, formula {number}.</source>
        <translation>按像元计算。Liu 等 (2021)，公式 {number}。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Overall accuracy</source>
        <translation>总体精度</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Mean IoU</source>
        <translation>平均交并比</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>IoU of landslide</source>
        <translation>滑坡交并比</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>F1</source>
        <translation>F1 分数</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Correct pixels (TP)</source>
        <translation>正确像元数 (TP)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Landslide, extracted.</source>
        <translation>是滑坡，且已提取。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>False pixels (FP)</source>
        <translation>误检像元数 (FP)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Extracted, but no landslide.</source>
        <translation>已提取，但不是滑坡。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Missed pixels (FN)</source>
        <translation>漏检像元数 (FN)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Landslide, but not extracted.</source>
        <translation>是滑坡，但未提取。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Right background pixels (TN)</source>
        <translation>正确背景像元数 (TN)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Neither.</source>
        <translation>既不是滑坡，也未提取。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Correct area (m²)</source>
        <translation>正确面积 (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Ellipsoidal.</source>
        <translation>椭球面积。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Missed area (m²)</source>
        <translation>漏检面积 (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>False area (m²)</source>
        <translation>误检面积 (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Landslides of the reference</source>
        <translation>参考滑坡数</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>In what is compared.</source>
        <translation>参与比较的范围内。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Landslides found</source>
        <translation>检出的滑坡数</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Those of them that the extraction covers.</source>
        <translation>参考滑坡中被提取结果覆盖的个数。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Extracted landslides</source>
        <translation>提取的滑坡数</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Extracted landslides that are right</source>
        <translation>提取正确的滑坡数</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Those of them that the reference covers.</source>
        <translation>提取的滑坡中被参考数据覆盖的个数。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Precision by object</source>
        <translation>按对象的精确率</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Share of the extracted landslides that are right.</source>
        <translation>提取的滑坡中正确者所占的比例。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Recall by object</source>
        <translation>按对象的召回率</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Share of the landslides of the reference that are found.</source>
        <translation>参考滑坡中被检出者所占的比例。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>F1 by object</source>
        <translation>按对象的 F1</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Harmonic mean of both.</source>
        <translation>两者的调和平均值。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>&lt;p&gt;Compares extracted landslides with a &lt;b&gt;reference&lt;/b&gt;, such as a visual interpretation or a field inventory: &lt;b&gt;scores&lt;/b&gt; by pixel, by object and by size, and a map of what is correct, missed and false.&lt;/p&gt;&lt;p&gt;By object, landslides are the polygons of a layer, or the connected pixels of a raster. Unlabelled pixels, nodata, and what lies outside the area are left out. A score that is not defined, such as precision where nothing was extracted, is no output. Give an area (or an image): without one, polygons are compared in the rectangle around both layers, on which overall accuracy and mean IoU depend.&lt;/p&gt;</source>
        <translation>&lt;p&gt;将提取的滑坡与&lt;b&gt;参考数据&lt;/b&gt;（如目视解译结果或野外调查编目）进行比较：给出按像元、按对象和按面积等级的&lt;b&gt;评分&lt;/b&gt;，以及正确、漏检和误检的分布图。&lt;/p&gt;&lt;p&gt;按对象评分时，滑坡指图层中的多边形，或栅格中的连通像元。未标注像元、无数据以及区域以外的部分不参与计算。无定义的评分（例如未提取到任何滑坡时的精确率）不输出。请给出区域（或影像）：否则多边形将在包含两个图层的矩形内比较，总体精度和平均交并比会随之变化。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>landslide,landslides,evaluation,accuracy,assessment,validation,precision,recall,f1,iou,miou,confusion matrix,error map,reference,ground truth,inventory,quality,score,metrics</source>
        <translation>滑坡,评价,评估,精度评价,精度,验证,精确率,召回率,f1,iou,miou,交并比,混淆矩阵,误差图,参考,地面真值,编目,质量,得分,指标</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>Extract landslides</source>
        <translation>提取滑坡</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>Maps landslides in an aerial or satellite image: their probability, and measured polygons.</source>
        <translation>在航空或卫星影像中制图滑坡：得到滑坡概率和经过量测的多边形。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>Number of landslides</source>
        <translation>滑坡数量</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>Area of all landslides (m²)</source>
        <translation>滑坡总面积 (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>Threshold used</source>
        <translation>所用阈值</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>{scene} – classes</source>
        <translation>{scene} – 类别</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>{scene} – landslide probability</source>
        <translation>{scene} – 滑坡概率</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>{scene} – landslides</source>
        <translation>{scene} – 滑坡</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Aerial, drone or satellite image taken after the event: any raster that is read through GDAL, of any size. Red, green and blue are found by themselves where the file names them.</source>
        <translation>事件后拍摄的航空、无人机或卫星影像：可通过 GDAL 读取的任意栅格，大小不限。文件中注明红、绿、蓝波段时会自动识别。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>&lt;i&gt;auto&lt;/i&gt; takes the bundled model that was made for the image's ground resolution and gives each pixel a probability. A model of instances, such as &lt;i&gt;maskrcnn&lt;/i&gt;, finds landslides one by one and keeps those that touch apart. &lt;i&gt;both&lt;/i&gt;, where &lt;i&gt;unet&lt;/i&gt; and &lt;i&gt;maskrcnn&lt;/i&gt; are there, takes the mean of their probabilities and keeps those apart that &lt;i&gt;maskrcnn&lt;/i&gt; does; it is the best and the slowest. &lt;i&gt;Install a model&lt;/i&gt; puts others into this list, and models of your own.</source>
        <translation>&lt;i&gt;auto&lt;/i&gt; 采用与影像地面分辨率相匹配的内置模型，为每个像元给出概率。实例模型（如 &lt;i&gt;maskrcnn&lt;/i&gt;）逐个识别滑坡，并将相互接触的滑坡分开。&lt;i&gt;both&lt;/i&gt; 在 &lt;i&gt;unet&lt;/i&gt; 和 &lt;i&gt;maskrcnn&lt;/i&gt; 均可用时取两者概率的平均值，并按 &lt;i&gt;maskrcnn&lt;/i&gt; 的结果分开滑坡；效果最好，速度最慢。&lt;i&gt;安装模型&lt;/i&gt; 可将其他模型加入此列表，也可加入您自己的模型。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Polygons to work in. Only what lies in them is worked on, so a small area is done soon; outside, the probability is nodata.</source>
        <translation>要处理的多边形区域。只处理其内部，因此小区域很快完成；区域以外的概率为无数据。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Rectangle to work in. With an area too, what lies in both.</source>
        <translation>要处理的矩形范围。若同时给出区域，则取两者的重叠部分。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>A pixel is landslide where its probability is the threshold or more. &lt;i&gt;recommended&lt;/i&gt;: the value at which the model did best when it was made; &lt;i&gt;otsu&lt;/i&gt;: the value that parts this image's probabilities best in two; &lt;i&gt;fixed&lt;/i&gt;: the value below.</source>
        <translation>概率大于或等于阈值的像元即为滑坡。&lt;i&gt;recommended&lt;/i&gt;：模型制作时效果最好的值；&lt;i&gt;otsu&lt;/i&gt;：将该影像的概率最佳地分为两部分的值；&lt;i&gt;fixed&lt;/i&gt;：下方给出的值。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Fixed threshold</source>
        <translation>固定阈值</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>0 to 1, for &lt;i&gt;fixed&lt;/i&gt;. A higher one finds fewer landslides and fewer false ones.</source>
        <translation>0 到 1，用于 &lt;i&gt;fixed&lt;/i&gt;。值越高，找到的滑坡越少，误检也越少。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Smallest score</source>
        <translation>最低得分</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>For models of instances, 0 to 1: how sure the model must be of a landslide to take it. A higher one finds fewer landslides and fewer false ones. Empty takes the model's own. A pixel's probability is the score times that of the outline, so a score below the threshold finds nothing more.</source>
        <translation>用于实例模型，0 到 1：模型对一个滑坡的把握达到多大才予采纳。值越高，找到的滑坡越少，误检也越少。留空则采用模型自身的值。像元的概率等于得分乘以轮廓的概率，因此低于阈值的得分不会找到更多滑坡。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Smallest landslide (m²)</source>
        <translation>最小滑坡面积 (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Smaller ones are left out; of a landslide that a model of instances finds in several parts, smaller parts too. 0 keeps all.</source>
        <translation>更小的滑坡被舍去；实例模型将一个滑坡分为几部分时，更小的部分也被舍去。0 表示全部保留。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Smallest hole (m²)</source>
        <translation>最小孔洞面积 (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Smaller holes in a landslide are filled. 0 keeps all.</source>
        <translation>滑坡内更小的孔洞将被填充。0 表示全部保留。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Simplify outlines by (m)</source>
        <translation>轮廓简化容差 (m)</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>How far an outline may leave the pixel edges to become smoother. 0 follows them exactly. Landslides that touch may then overlap by as much.</source>
        <translation>为使轮廓更平滑，轮廓可偏离像元边缘的距离。0 表示严格沿像元边缘。相互接触的滑坡可能因此产生同等程度的重叠。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Elevation model</source>
        <translation>高程模型</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Heights in metres. With it, each landslide gets its mean slope, highest and lowest point and relief.</source>
        <translation>以米为单位的高程。给出后，每个滑坡将得到平均坡度、最高点、最低点和起伏度。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Model file</source>
        <translation>模型文件</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>A model as an .onnx file, made by Scarp or for Deepness. Goes before the model chosen above.</source>
        <translation>.onnx 模型文件，由 Scarp 制作或为 Deepness 制作。优先于上方选择的模型。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>The image's bands in the model's order, for most models red, green, blue. Empty finds them by their names and colours, else takes the first ones.</source>
        <translation>按模型顺序排列的影像波段，大多数模型为红、绿、蓝。留空则按名称和颜色查找，找不到时采用前几个波段。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Working ground resolution (m)</source>
        <translation>处理地面分辨率 (m)</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Size of the pixels that are worked on. Empty takes the image's own, or the nearest that the model was made for: a drone image of 5 cm is read coarser, and takes no longer than its landslides need.</source>
        <translation>处理时的像元大小。留空则采用影像自身的分辨率，或模型适用范围内最接近的分辨率：5 cm 的无人机影像会以较粗的分辨率读取，耗时不会超出识别其中滑坡所需。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Darkest value</source>
        <translation>最暗值</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Pixel value that the model is to see as black. Empty: 8-bit images are taken as they are, others from the 2nd percentile of the image.</source>
        <translation>模型应视为黑色的像元值。留空：8 位影像保持原值，其他影像从影像的第 2 百分位数开始。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Brightest value</source>
        <translation>最亮值</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Pixel value that the model is to see as white. Empty: as they are, or to the 98th percentile. Set both to treat several images of one sensor alike.</source>
        <translation>模型应视为白色的像元值。留空：保持原值，或到第 98 百分位数为止。要使同一传感器的多幅影像处理一致，请同时设置两者。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Pixels joined</source>
        <translation>像元连通方式</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>&lt;i&gt;4&lt;/i&gt;: pixels that share an edge are one landslide; &lt;i&gt;8&lt;/i&gt;: also those that share a corner. With a model of instances, &lt;i&gt;Extract landslides&lt;/i&gt; goes by what the model says.</source>
        <translation>&lt;i&gt;4&lt;/i&gt;：共边的像元属于同一滑坡；&lt;i&gt;8&lt;/i&gt;：共角点的像元也属于同一滑坡。使用实例模型时，&lt;i&gt;提取滑坡&lt;/i&gt; 以模型结果为准。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Other classes veto landslides</source>
        <translation>其他类别否决滑坡</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>For models that also know cloud, road, water and the like: where another class (background is none) is more probable than landslide, the landslide's probability is lowered to below the threshold, by as much as the other class is above it. Another threshold tried later asks for a greater lead over the other classes, or forgives a small one of theirs. With &lt;i&gt;otsu&lt;/i&gt;, the model's own threshold counts here. Models of one class and models of instances have nothing to veto.</source>
        <translation>用于还能识别云、道路、水体等的模型：当另一类别（背景除外）的概率高于滑坡时，将滑坡的概率降到阈值以下，降低的幅度等于另一类别高出阈值的幅度。之后若尝试其他阈值，则要求滑坡对其他类别有更大的优势，或容许其他类别有微弱的优势。使用 &lt;i&gt;otsu&lt;/i&gt; 时，此处以模型自身的阈值为准。单类别模型和实例模型没有可否决的内容。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Overlap of tiles (%)</source>
        <translation>图块重叠度 (%)</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>The image is worked on in overlapping tiles, which are blended; what models of instances find of a landslide in several tiles is merged by what they overlap in, so with 0 it is not. More is smoother and slower. Empty takes {semantic:g}, for models of instances {instance:g}.</source>
        <translation>影像以相互重叠的图块处理并融合；实例模型在多个图块中找到的同一滑坡按重叠部分合并，因此为 0 时不合并。值越大越平滑，但越慢。留空则为 {semantic:g}，实例模型为 {instance:g}。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Tiles at once</source>
        <translation>同时处理的图块数</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>0 suits the device. Fewer need less memory. Models of instances take one.</source>
        <translation>0 表示根据设备自动确定。数量越少，所需内存越少。实例模型每次处理一个。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>&lt;i&gt;auto&lt;/i&gt; uses an NVIDIA graphics card where it works. The log says what was used.</source>
        <translation>&lt;i&gt;auto&lt;/i&gt; 在 NVIDIA 显卡可用时使用显卡。日志中会说明所用设备。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Landslide probability</source>
        <translation>滑坡概率</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>GeoTIFF of 0 to 1 (stored as 0 to 100 per cent, nodata 255), so that another threshold needs no second run of the model. (It does with a model of instances: the raster does not tell landslides that touch apart.) Its style lies beside it.</source>
        <translation>0 到 1 的 GeoTIFF（以百分数 0 到 100 存储，无数据为 255），因此更换阈值时无需再次运行模型。（实例模型仍需再次运行：栅格无法区分相互接触的滑坡。）样式文件位于其旁。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>GeoTIFF of the class that is most probable at each pixel, of those at or above the threshold: 1, 2 and so on in the model's order (of equals the first), 0 none, 255 nodata, with names and colours. The threshold of the landslides holds for all classes. No veto is applied. Models of instances have none.</source>
        <translation>每个像元在大于或等于阈值的各类别中概率最大者的 GeoTIFF：按模型顺序为 1、2 等（相等时取靠前者），0 为无，255 为无数据，带名称和颜色。滑坡的阈值适用于所有类别。不作否决。实例模型不输出此项。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Polygons with area, perimeter, length, width, elongation, orientation, mean and highest probability, position, model, threshold and image; with an elevation model also slope and relief; with a model of instances also the score (empty where only the other of both models finds it). Areas and lengths are ellipsoidal.</source>
        <translation>多边形，含面积、周长、长度、宽度、伸长率、方位、平均和最高概率、位置、模型、阈值和影像；有高程模型时还有坡度和起伏度；使用实例模型时还有得分（仅由两个模型中的另一个找到时为空）。面积和长度按椭球计算。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>&lt;p&gt;Finds landslides in an aerial, drone or satellite image with a neural network. It gives the &lt;b&gt;probability&lt;/b&gt; of a landslide at every pixel, and the &lt;b&gt;landslides&lt;/b&gt; as measured polygons where the probability reaches a threshold.&lt;/p&gt;&lt;p&gt;Nodata stays nodata. The image may be larger than memory. What was chosen for you (bands, values, resolution, device, threshold) is in the log. A run that fails or is cancelled leaves nothing behind.&lt;/p&gt;</source>
        <translation>&lt;p&gt;利用神经网络在航空、无人机或卫星影像中识别滑坡。给出每个像元的滑坡&lt;b&gt;概率&lt;/b&gt;，并在概率达到阈值处给出经过量测的&lt;b&gt;滑坡&lt;/b&gt;多边形。&lt;/p&gt;&lt;p&gt;无数据保持为无数据。影像可以大于内存。自动选定的内容（波段、像元值、分辨率、设备、阈值）见日志。失败或取消的运行不会留下任何内容。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>How many there are; each is a feature of the layer.</source>
        <translation>滑坡的个数；每个滑坡是图层中的一个要素。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Their area together, in square metres.</source>
        <translation>滑坡的面积之和，单位为平方米。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>The probability from which a pixel is landslide.</source>
        <translation>像元被判定为滑坡的概率下限。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>landslide,landslides,mass movement,debris flow,rockfall,slope,scarp,inventory,mapping,detection,extraction,segmentation,semantic,instance,classification,deep learning,machine learning,neural network,ai,unet,u-net,mask r-cnn,maskrcnn,onnx,probability,hazard,disaster,earthquake,rainfall,event,remote sensing,aerial,drone,uav,satellite,sentinel</source>
        <translation>滑坡,块体运动,泥石流,崩塌,落石,边坡,滑坡后壁,编目,制图,检测,识别,提取,分割,语义分割,实例分割,分类,深度学习,机器学习,神经网络,人工智能,ai,unet,u-net,mask r-cnn,maskrcnn,onnx,概率,灾害,地质灾害,地震,降雨,事件,遥感,航空,无人机,uav,卫星,sentinel,哨兵</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Install a model</source>
        <translation>安装模型</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Puts a model, from a file or an address, into the list of Extract landslides.</source>
        <translation>将来自文件或网址的模型加入“提取滑坡”的列表。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>install,model,onnx,download,fetch,add,weights,network,mask r-cnn,maskrcnn,sha256,checksum,offline</source>
        <translation>安装,模型,onnx,下载,获取,添加,权重,网络,mask r-cnn,maskrcnn,sha256,校验和,离线</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>&lt;p&gt;Puts a model into the folder &lt;i&gt;scarp/models&lt;/i&gt; of your QGIS profile. &lt;i&gt;Extract landslides&lt;/i&gt; then lists it by its name. Give either a file or an address.&lt;/p&gt;&lt;p&gt;The model is put in place when it is complete, has the SHA-256 that was given, and says how it is to be used (the metadata of Scarp or Deepness). A run that fails or is cancelled leaves what was there before. What is fetched goes through QGIS's network settings, proxy and certificates included.&lt;/p&gt;</source>
        <translation>&lt;p&gt;将模型放入 QGIS 用户配置的文件夹 &lt;i&gt;scarp/models&lt;/i&gt; 中。之后 &lt;i&gt;提取滑坡&lt;/i&gt; 会按名称列出该模型。请给出文件或网址之一。&lt;/p&gt;&lt;p&gt;模型只有在完整、与给定的 SHA-256 相符且说明其使用方式（Scarp 或 Deepness 的元数据）时才会就位。失败或取消的运行会保留原有内容。下载使用 QGIS 的网络设置，包括代理和证书。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>The file among your models.</source>
        <translation>模型文件夹中的文件。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>By which &lt;i&gt;Extract landslides&lt;/i&gt; lists it.</source>
        <translation>&lt;i&gt;提取滑坡&lt;/i&gt; 中列出的名称。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Authentication</source>
        <translation>认证</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>A model on this computer, an .onnx file made by Scarp or for Deepness. It is copied.</source>
        <translation>本计算机上的模型，由 Scarp 制作或为 Deepness 制作的 .onnx 文件。文件会被复制。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Or address of the model</source>
        <translation>或模型的网址</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Where it is fetched from: https://, http:// or file://. Needs the SHA-256.</source>
        <translation>下载来源：https://、http:// 或 file://。需要 SHA-256。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>SHA-256</source>
        <translation>SHA-256 校验值</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>The fingerprint that stands where the model is offered: 64 digits, or a line that &lt;i&gt;sha256sum&lt;/i&gt; writes. A file of another fingerprint is refused. May be left out for a file on this computer.</source>
        <translation>模型提供处给出的指纹：64 位数字，或 &lt;i&gt;sha256sum&lt;/i&gt; 输出的一行。指纹不符的文件会被拒绝。对于本计算机上的文件可以省略。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Name of the model</source>
        <translation>模型名称</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>By which &lt;i&gt;Extract landslides&lt;/i&gt; lists it. Empty takes the file's name without its ending.</source>
        <translation>&lt;i&gt;提取滑坡&lt;/i&gt; 中列出的名称。留空则采用去掉扩展名的文件名。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Replace a model of that name</source>
        <translation>替换同名模型</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Unless this is set, another model of that name stays, and this one is not installed.</source>
        <translation>未勾选时，保留已有的同名模型，不安装此模型。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>One of the authentications that QGIS keeps, for an address that asks for one.</source>
        <translation>QGIS 保存的认证之一，用于需要认证的网址。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Install packages</source>
        <translation>安装软件包</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Installs what QGIS does not bring: ONNX Runtime for extraction, PyTorch for training.</source>
        <translation>安装 QGIS 未自带的软件包：用于提取的 ONNX Runtime，用于训练的 PyTorch。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>install,packages,pip,python,dependencies,onnxruntime,pytorch,torch,cuda,gpu,environment,setup,offline</source>
        <translation>安装,软件包,pip,python,依赖,onnxruntime,pytorch,torch,cuda,gpu,显卡,环境,设置,离线</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>&lt;p&gt;Installs the packages that Scarp needs beyond QGIS into an environment of its own in your QGIS profile. QGIS's own Python packages, &lt;b&gt;NumPy&lt;/b&gt; and &lt;b&gt;GDAL&lt;/b&gt; among them, are used as they are and never replaced.&lt;/p&gt;&lt;p&gt;The packages are put in place when all of them load; a run that fails or is cancelled leaves what was there before. The proxy and pip's own settings are those of QGIS and of your user.&lt;/p&gt;</source>
        <translation>&lt;p&gt;将 Scarp 除 QGIS 之外所需的软件包安装到 QGIS 用户配置中的独立环境。QGIS 自带的 Python 软件包（包括 &lt;b&gt;NumPy&lt;/b&gt; 和 &lt;b&gt;GDAL&lt;/b&gt;）保持原样使用，不会被替换。&lt;/p&gt;&lt;p&gt;所有软件包都能加载时才会就位；失败或取消的运行会保留原有内容。代理以及 pip 自身的设置沿用 QGIS 和当前用户的设置。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Where the packages are.</source>
        <translation>软件包所在的位置。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>What is installed, with QGIS's NumPy and GDAL: name and version, one a line.</source>
        <translation>已安装的内容以及 QGIS 的 NumPy 和 GDAL：名称和版本，每行一个。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Folder of wheels</source>
        <translation>wheel 文件夹</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Package index</source>
        <translation>软件包索引</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Packages for</source>
        <translation>软件包用途</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>&lt;i&gt;extraction&lt;/i&gt;: ONNX Runtime, and matplotlib for charts; less than 0.3 GB, with CUDA about 2 GB. &lt;i&gt;training&lt;/i&gt;: also PyTorch; 1 to 7 GB.</source>
        <translation>&lt;i&gt;extraction&lt;/i&gt;：ONNX Runtime，以及用于图表的 matplotlib；不到 0.3 GB，含 CUDA 约 2 GB。&lt;i&gt;training&lt;/i&gt;：还包括 PyTorch；1 到 7 GB。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>&lt;i&gt;auto&lt;/i&gt; takes the builds for CUDA where there is an NVIDIA card, and those for the CPU elsewhere. The builds for CUDA run on the CPU too.</source>
        <translation>&lt;i&gt;auto&lt;/i&gt; 在有 NVIDIA 显卡时采用 CUDA 版本，否则采用 CPU 版本。CUDA 版本也可在 CPU 上运行。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>For computers without a network: a folder of wheels (.whl) to install from. If some are missing, the message gives the command that fetches them elsewhere.</source>
        <translation>用于没有网络的计算机：包含待安装 wheel (.whl) 的文件夹。若缺少某些文件，消息中会给出在其他计算机上下载它们的命令。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Address of a package index, asked instead of the one that pip is configured to (pypi.org unless pip.conf or PIP_INDEX_URL say otherwise). One of PyTorch's, https://download.pytorch.org/whl/..., is used for PyTorch only; without it, the one for the device is chosen.</source>
        <translation>软件包索引的网址，用来代替 pip 所配置的索引（pip.conf 或 PIP_INDEX_URL 未另行指定时为 pypi.org）。PyTorch 的索引 https://download.pytorch.org/whl/... 仅用于 PyTorch；未给出时，根据设备选择。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Folder of the packages</source>
        <translation>软件包文件夹</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Polygons: those of Extract landslides, or any others. A multipolygon is one landslide. Areas are measured from the outlines, which are repaired where they cross themselves; fields are not needed.</source>
        <translation>多边形：“提取滑坡”的结果或任何其他多边形。一个多部件多边形为一个滑坡。面积按轮廓量测，自相交的轮廓会被修复；不需要字段。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Mapped area</source>
        <translation>制图区域</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Polygons in which landslides were looked for. The density is of this area, and only landslides whose centroid lies in it are in the statistics. Without area, extent and image, it is of the convex hull of the landslides.</source>
        <translation>查找过滑坡的多边形区域。密度按此区域计算，只有质心位于其中的滑坡参与统计。未给出区域、范围和影像时，采用滑坡的凸包。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Rectangle in which landslides were looked for. With an area too, what lies in both.</source>
        <translation>查找过滑坡的矩形范围。若同时给出区域，则取两者的重叠部分。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>What the landslides were mapped from: where it is not nodata is the mapped area. With an area or extent too, what lies in both.</source>
        <translation>制图滑坡所用的影像：其非无数据处即为制图区域。若同时给出区域或范围，则取两者的重叠部分。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Heights in metres, for the slope and aspect of the landslides. It may have any ground resolution and coordinate system.</source>
        <translation>以米为单位的高程，用于计算滑坡的坡度和坡向。地面分辨率和坐标系不限。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Limits between classes of area, separated by commas, such as 100, 1000, 10000. Empty takes the powers of ten.</source>
        <translation>各面积等级之间的界限，以逗号分隔，例如 100, 1000, 10000。留空则采用 10 的幂。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Samples for the p-value</source>
        <translation>p 值的样本数</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Random samples by which it is told whether the tail is a power law at all; 100 give the p-value to about 0.05, 2500 to 0.01. 0 for none, which is faster.</source>
        <translation>用于判断尾部是否服从幂律的随机样本数；100 个样本给出的 p 值精确到约 0.05，2500 个精确到约 0.01。0 表示不计算，速度更快。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Statistics and charts as one HTML page that needs nothing else.</source>
        <translation>统计数据和图表，合为一个独立的 HTML 网页。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>CSV files (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>A row for each size class and one for all landslides, for a spreadsheet: number, area, shares, density and frequency density.</source>
        <translation>每个面积等级一行，全部滑坡一行，供电子表格使用：数量、面积、占比、密度和频率密度。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>In the mapped area.</source>
        <translation>在制图区域内。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Total area (m²)</source>
        <translation>总面积 (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Ellipsoidal, of all landslides together.</source>
        <translation>全部滑坡的椭球面积之和。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Largest area (m²)</source>
        <translation>最大面积 (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Of one landslide.</source>
        <translation>单个滑坡的面积。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Landslides per km²</source>
        <translation>每 km² 滑坡数</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Of the mapped area.</source>
        <translation>按制图区域计算。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Share of the area</source>
        <translation>面积占比</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Area of the landslides in the mapped area, 0 to 1.</source>
        <translation>制图区域内滑坡面积所占的比例，0 到 1。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Exponent of the tail</source>
        <translation>尾部指数</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>The frequency density of large landslides falls with this power of their area. Clauset et al. 2009.</source>
        <translation>大型滑坡的频率密度按其面积的该次幂下降。Clauset 等 (2009)。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Standard error of the exponent</source>
        <translation>指数的标准误差</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Of the fit.</source>
        <translation>拟合的标准误差。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Smallest area of the tail (m²)</source>
        <translation>尾部最小面积 (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>From here on the power law holds.</source>
        <translation>从此面积开始服从幂律。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Rollover (m²)</source>
        <translation>拐点面积 (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>The most frequent area. Malamud et al. 2004.</source>
        <translation>出现频率最高的面积。Malamud 等 (2004)。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>&lt;p&gt;Describes an inventory of landslides: their &lt;b&gt;number, area and density&lt;/b&gt;; how frequent which area is, on logarithmic axes, with the fitted &lt;b&gt;power-law tail&lt;/b&gt; and &lt;b&gt;rollover&lt;/b&gt;; classes of size; and with an elevation model &lt;b&gt;slope&lt;/b&gt; and a &lt;b&gt;rose of aspects&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;Tail and rollover are fitted by maximum likelihood to 50 landslides or more. What cannot be told is no output, and the report says why. To describe some of the landslides, select them, and tick &lt;i&gt;Selected features only&lt;/i&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;描述滑坡编目：滑坡的&lt;b&gt;数量、面积和密度&lt;/b&gt;；在对数坐标上各面积的频率，以及拟合的&lt;b&gt;幂律尾部&lt;/b&gt;和&lt;b&gt;拐点&lt;/b&gt;；面积等级；给出高程模型时还有&lt;b&gt;坡度&lt;/b&gt;和&lt;b&gt;坡向玫瑰图&lt;/b&gt;。&lt;/p&gt;&lt;p&gt;滑坡达到 50 个时，用最大似然法拟合尾部和拐点。无法得出的结果不输出，报告会说明原因。若只描述部分滑坡，请选中它们并勾选 &lt;i&gt;仅选中的要素&lt;/i&gt;。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>landslide,landslides,inventory,statistics,report,area,density,size distribution,frequency,magnitude,power law,rollover,inverse gamma,slope,aspect,rose,histogram</source>
        <translation>滑坡,编目,统计,报告,面积,密度,规模分布,面积分布,频率,规模,幂律,拐点,逆伽马,坡度,坡向,玫瑰图,直方图</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_report.py"/>
        <source>Inventory report</source>
        <translation>编目报告</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_report.py"/>
        <source>Describes an inventory of landslides: number, areas, density, size distribution and aspect.</source>
        <translation>描述滑坡编目：数量、面积、密度、面积分布和坡向。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>The image that the ROIs were drawn on. The labels get its pixels; where it is nodata, nothing is labelled.</source>
        <translation>绘制 ROI 所依据的影像。标签采用其像元；影像无数据处不标注。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>ROIs</source>
        <translation>ROI 图层</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Layers of polygons, in any coordinate system; edits that are not saved yet count too. Without a class field all are landslide, but for layers that are named as background.</source>
        <translation>多边形图层，坐标系不限；尚未保存的编辑也计算在内。没有类别字段时全部视为滑坡，名称为背景的图层除外。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Class field</source>
        <translation>类别字段</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Name of the field that holds the class: &lt;i&gt;landslide&lt;/i&gt; or 1, &lt;i&gt;background&lt;/i&gt; or 0, or other classes such as &lt;i&gt;river&lt;/i&gt;. A value map is understood. Empty: all ROIs are landslide.</source>
        <translation>保存类别的字段名称：&lt;i&gt;landslide&lt;/i&gt; 或 1、&lt;i&gt;background&lt;/i&gt; 或 0，或其他类别，如 &lt;i&gt;river&lt;/i&gt;。支持值映射。留空：所有 ROI 均为滑坡。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>What no ROI covers</source>
        <translation>ROI 未覆盖的部分</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>&lt;i&gt;background&lt;/i&gt;: you have drawn every landslide, so all else is none; &lt;i&gt;unlabelled&lt;/i&gt;: it is not known, and left out. &lt;i&gt;auto&lt;/i&gt;: unlabelled if there are ROIs of background, else background.</source>
        <translation>&lt;i&gt;background&lt;/i&gt;：您已绘制所有滑坡，其余部分均不是滑坡；&lt;i&gt;unlabelled&lt;/i&gt;：情况未知，不参与计算。&lt;i&gt;auto&lt;/i&gt;：有背景 ROI 时为 unlabelled，否则为 background。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Names of background</source>
        <translation>背景的名称</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Values of the class field that mean background, with commas between them. &lt;i&gt;background&lt;/i&gt; always does.</source>
        <translation>类别字段中表示背景的值，以逗号分隔。&lt;i&gt;background&lt;/i&gt; 始终表示背景。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Names of the classes in the order of their numbers, with commas between them, so that several images get the same numbers. Landslide is always 1. Empty: by the alphabet.</source>
        <translation>按编号顺序排列的类别名称，以逗号分隔，使多幅影像采用相同的编号。滑坡始终为 1。留空：按字母顺序。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Bands of the image that the label raster gets. Empty: all but alpha.</source>
        <translation>标签栅格包含的影像波段。留空：除 alpha 以外的全部波段。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>GeoTIFF of one Byte band with the labels alone, in the colours of the classes. Its style lies beside it.</source>
        <translation>仅含标签的单波段 Byte 型 GeoTIFF，采用各类别的颜色。样式文件位于其旁。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Label raster</source>
        <translation>标签栅格</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>GeoTIFF of the image's bands, as they are, and the labels as last band, to train on here or elsewhere.</source>
        <translation>GeoTIFF，包含影像的原始波段，并以标签作为最后一个波段，供在此处或其他程序中训练。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>&lt;p&gt;Turns ROIs – polygons that you have drawn on landslides and, if you like, on what is none – into &lt;b&gt;labels&lt;/b&gt; on the image's own pixels, and into a &lt;b&gt;label raster&lt;/b&gt;: the image with the labels as its last band, which is described &lt;i&gt;mask&lt;/i&gt;.&lt;/p&gt;&lt;p&gt;0 is background, 1 landslide, 2 and above other classes; 255 is unlabelled, which training and scores leave out, as they do with nodata. A pixel belongs to an ROI if its centre does. Where ROIs of several classes overlap, landslide goes before the others, and background comes last.&lt;/p&gt;</source>
        <translation>&lt;p&gt;将 ROI（在滑坡上绘制的多边形，也可在非滑坡处绘制）转换为影像自身像元上的&lt;b&gt;标签&lt;/b&gt;，以及&lt;b&gt;标签栅格&lt;/b&gt;：以标签作为最后一个波段的影像，该波段的描述为 &lt;i&gt;mask&lt;/i&gt;。&lt;/p&gt;&lt;p&gt;0 为背景，1 为滑坡，2 及以上为其他类别；255 为未标注，训练和评分时不参与计算，与无数据相同。像元中心位于 ROI 内时，该像元属于该 ROI。多个类别的 ROI 重叠时，滑坡优先于其他类别，背景排在最后。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>How many pixels are landslide.</source>
        <translation>滑坡像元的数量。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Pixels of each class by its name, as JSON.</source>
        <translation>按名称给出的各类别像元数，JSON 格式。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>How many are background.</source>
        <translation>背景像元的数量。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>How many are unlabelled or nodata.</source>
        <translation>未标注或无数据像元的数量。</translation>
    </message>
    <message>
        <location filename="../../algorithms/list_models.py"/>
        <source>List models</source>
        <translation>列出模型</translation>
    </message>
    <message>
        <location filename="../../algorithms/list_models.py"/>
        <source>Says which models can be chosen, and what each was made with and for.</source>
        <translation>说明可选择哪些模型，以及各模型的制作方式和用途。</translation>
    </message>
    <message>
        <location filename="../../algorithms/list_models.py"/>
        <source>list,models,model,card,onnx,scores,classes,bands,resolution,threshold,installed,bundled,json</source>
        <translation>列表,列出,模型,模型卡,onnx,评分,类别,波段,分辨率,阈值,已安装,内置,json</translation>
    </message>
    <message>
        <location filename="../../algorithms/list_models.py"/>
        <source>&lt;p&gt;Lists the models that &lt;i&gt;Extract landslides&lt;/i&gt; can be run with: those that come with Scarp, and your own, which &lt;i&gt;Train a model&lt;/i&gt; and &lt;i&gt;Install a model&lt;/i&gt; have put into the folder &lt;i&gt;scarp/models&lt;/i&gt; of your QGIS profile. Only what the files state about themselves is read, and no package is needed.&lt;/p&gt;</source>
        <translation>&lt;p&gt;列出 &lt;i&gt;提取滑坡&lt;/i&gt; 可以使用的模型：Scarp 自带的模型，以及您自己的模型，即由 &lt;i&gt;训练模型&lt;/i&gt; 和 &lt;i&gt;安装模型&lt;/i&gt; 放入 QGIS 用户配置的文件夹 &lt;i&gt;scarp/models&lt;/i&gt; 中的模型。只读取文件自身所含的说明，不需要任何软件包。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/list_models.py"/>
        <source>A JSON list with an object for each model: &lt;i&gt;name&lt;/i&gt;, &lt;i&gt;path&lt;/i&gt;, &lt;i&gt;bundled&lt;/i&gt;, &lt;i&gt;size_bytes&lt;/i&gt;, &lt;i&gt;card&lt;/i&gt; (a file that says more; may be empty) and &lt;i&gt;error&lt;/i&gt; (why it cannot be used; empty where it can), and, unless there is an error, &lt;i&gt;kind&lt;/i&gt;, &lt;i&gt;network&lt;/i&gt;, &lt;i&gt;classes&lt;/i&gt;, &lt;i&gt;bands&lt;/i&gt;, &lt;i&gt;resolution_m&lt;/i&gt;, &lt;i&gt;tile_size&lt;/i&gt;, &lt;i&gt;threshold&lt;/i&gt;, &lt;i&gt;score&lt;/i&gt;, &lt;i&gt;training&lt;/i&gt;, &lt;i&gt;scores&lt;/i&gt; and &lt;i&gt;version&lt;/i&gt;.</source>
        <translation>一个 JSON 列表，每个模型为一个对象：&lt;i&gt;name&lt;/i&gt;、&lt;i&gt;path&lt;/i&gt;、&lt;i&gt;bundled&lt;/i&gt;、&lt;i&gt;size_bytes&lt;/i&gt;、&lt;i&gt;card&lt;/i&gt;（含更多说明的文件；可能为空）和 &lt;i&gt;error&lt;/i&gt;（不能使用的原因；可以使用时为空）；没有错误时还有 &lt;i&gt;kind&lt;/i&gt;、&lt;i&gt;network&lt;/i&gt;、&lt;i&gt;classes&lt;/i&gt;、&lt;i&gt;bands&lt;/i&gt;、&lt;i&gt;resolution_m&lt;/i&gt;、&lt;i&gt;tile_size&lt;/i&gt;、&lt;i&gt;threshold&lt;/i&gt;、&lt;i&gt;score&lt;/i&gt;、&lt;i&gt;training&lt;/i&gt;、&lt;i&gt;scores&lt;/i&gt; 和 &lt;i&gt;version&lt;/i&gt;。</translation>
    </message>
    <message>
        <location filename="../../algorithms/list_models.py"/>
        <source>Models</source>
        <translation>模型列表</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Polygons after the event: those of Extract landslides, or any others. They may overlap.</source>
        <translation>事件后的多边形：“提取滑坡”的结果或任何其他多边形。可以重叠。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Image before the event</source>
        <translation>事件前影像</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>May have another ground resolution, grid and coordinate system than the image after the event. The model is run on it around the landslides only.</source>
        <translation>地面分辨率、格网和坐标系可与事件后影像不同。模型只在滑坡周围对其运行。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Image after the event</source>
        <translation>事件后影像</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>For the vegetation index and the alignment.</source>
        <translation>用于植被指数和配准。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Run on the image before the event: what it takes for a landslide there is old. &lt;i&gt;auto&lt;/i&gt; takes the bundled model that was made for the image's ground resolution; &lt;i&gt;none&lt;/i&gt; runs no model.</source>
        <translation>在事件前影像上运行的模型：其在该影像上判定为滑坡的部分为旧滑坡。&lt;i&gt;auto&lt;/i&gt; 采用与影像地面分辨率相匹配的内置模型；&lt;i&gt;none&lt;/i&gt; 不运行模型。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Vegetation index</source>
        <translation>植被指数</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>A new landslide takes the vegetation away, so the index falls; where it does not, the ground was bare before, or the polygon is no landslide. &lt;i&gt;ndvi&lt;/i&gt;: (NIR − red) / (NIR + red). &lt;i&gt;green&lt;/i&gt;: the green-red vegetation index (green − red) / (green + red) (Tucker 1979; Motohka et al. 2010), for images without near infrared. &lt;i&gt;auto&lt;/i&gt;: ndvi if both images have a near-infrared band, else green. &lt;i&gt;none&lt;/i&gt;: set this where nothing grows, since new landslides would be taken for old ones.</source>
        <translation>新滑坡会破坏植被，使指数下降；若指数未下降，说明地面原本裸露，或该多边形不是滑坡。&lt;i&gt;ndvi&lt;/i&gt;：(NIR − red) / (NIR + red)。&lt;i&gt;green&lt;/i&gt;：绿红植被指数 (green − red) / (green + red)（Tucker 1979；Motohka 等 2010），用于没有近红外波段的影像。&lt;i&gt;auto&lt;/i&gt;：两幅影像都有近红外波段时为 ndvi，否则为 green。&lt;i&gt;none&lt;/i&gt;：在没有植被的地方请选此项，否则新滑坡会被当作旧滑坡。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Heights in metres. With it, landslides that have no mean slope get it (field &lt;i&gt;slope_mean_deg&lt;/i&gt;).</source>
        <translation>以米为单位的高程。给出后，没有平均坡度的滑坡将得到平均坡度（字段 &lt;i&gt;slope_mean_deg&lt;/i&gt;）。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Smallest mean slope (°)</source>
        <translation>最小平均坡度 (°)</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>What lies flatter is no landslide: fields, river beds, building sites. Looks at the elevation model, or at the field &lt;i&gt;slope_mean_deg&lt;/i&gt; where the landslides have it. 0 for no limit, as for lateral spreads and earth flows on nearly level ground.</source>
        <translation>更平缓的部分不是滑坡，如农田、河床、建筑工地。依据高程模型，滑坡带有字段 &lt;i&gt;slope_mean_deg&lt;/i&gt; 时依据该字段。0 表示不限制，例如用于近水平地面上的侧向扩展和土流。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>What was there before</source>
        <translation>对既有滑坡的处理</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>&lt;i&gt;remove&lt;/i&gt;: is left out of the result. &lt;i&gt;flag&lt;/i&gt;: stays there, with 1 in the field &lt;i&gt;preexisting&lt;/i&gt;.</source>
        <translation>&lt;i&gt;remove&lt;/i&gt;：不包含在结果中。&lt;i&gt;flag&lt;/i&gt;：保留在结果中，字段 &lt;i&gt;preexisting&lt;/i&gt; 为 1。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Probability before the event</source>
        <translation>事件前概率</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Landslide probability of the image before the event, if Extract landslides has made it already. The model is then not run again.</source>
        <translation>事件前影像的滑坡概率（若已用“提取滑坡”生成）。此时不再运行模型。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Threshold before the event</source>
        <translation>事件前阈值</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Probability from which a pixel was landslide before. Empty takes the one that the model recommends.</source>
        <translation>事件前像元被判定为滑坡的概率下限。留空则采用模型推荐的阈值。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Share that was landslide before (%)</source>
        <translation>事件前为滑坡的比例 (%)</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>A polygon was there before if at least so much of it was landslide before. The share of pixels says which part of the polygon is old, and asks each pixel only whether it reaches the threshold; the mean probability is near the threshold both where half of a polygon is certainly old and where the model is in doubt about all of it, and moves with every model. Lower it to take out landslides that have only grown, raise it to keep them.</source>
        <translation>多边形中事件前为滑坡的比例至少达到该值时，视为既有滑坡。像元比例说明多边形的哪一部分是旧的，对每个像元只判断其是否达到阈值；而平均概率在多边形有一半确定为旧滑坡时，以及模型对整个多边形都没有把握时，都接近阈值，并且随模型而变化。降低该值可剔除仅有扩大的滑坡，提高该值则将其保留。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Vegetation index lost, at least</source>
        <translation>植被指数最小下降量</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>By how much more than the ground around it the index must fall for a landslide to be new. The change of the ground around each polygon (the median of what lies in no polygon) is subtracted, since sun, haze, season and sensor change the whole image. Empty: {ndvi:g} for ndvi, {green:g} for green.</source>
        <translation>指数的下降幅度至少比周围地面大多少，滑坡才视为新滑坡。由于光照、霾、季节和传感器会改变整幅影像，因此会减去每个多边形周围地面的变化（不在任何多边形内的部分的中位数）。留空：ndvi 为 {ndvi:g}，green 为 {green:g}。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Evidence needed</source>
        <translation>所需证据</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Where both the probability and the vegetation index can be judged: &lt;i&gt;any&lt;/i&gt; of them is enough, or &lt;i&gt;all&lt;/i&gt; must say that the landslide was there before. The slope always decides alone.</source>
        <translation>概率和植被指数均可判断时：&lt;i&gt;any&lt;/i&gt; 表示任一证据即可，&lt;i&gt;all&lt;/i&gt; 表示所有证据都须表明滑坡在事件前已存在。坡度始终单独决定。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Align the images</source>
        <translation>配准影像</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Looks for a shift of up to 10 pixels between the images (phase correlation in up to 24 windows around the landslides). The image before the event is moved by it if the windows agree; the log says so.</source>
        <translation>查找影像之间不超过 10 个像元的偏移（在滑坡周围最多 24 个窗口中作相位相关）。各窗口结果一致时，按该偏移移动事件前影像；日志中会说明。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Before: {band} band</source>
        <translation>事件前：{band} 波段</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>After: {band} band</source>
        <translation>事件后：{band} 波段</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Empty finds it by its name or colour, else takes the first bands for red, green and blue.</source>
        <translation>留空则按名称或颜色查找，找不到时以前几个波段作为红、绿、蓝。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Near infrared. Empty finds it by its name (nir, near infrared).</source>
        <translation>近红外。留空则按名称（nir、near infrared）查找。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Landslides from before</source>
        <translation>既有滑坡</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>New landslides</source>
        <translation>新滑坡</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>The polygons with all their fields, and the evidence: &lt;i&gt;pre_probability&lt;/i&gt; and &lt;i&gt;pre_share&lt;/i&gt; (mean probability before the event, and share of the polygon at or above the threshold), &lt;i&gt;index_before&lt;/i&gt;, &lt;i&gt;index_after&lt;/i&gt;, &lt;i&gt;index_change&lt;/i&gt; (beyond that of the surroundings; below 0 where vegetation was lost), &lt;i&gt;slope_mean_deg&lt;/i&gt;, &lt;i&gt;preexisting&lt;/i&gt; (1: was there before or is no landslide, 0: new, empty: cannot be judged) and &lt;i&gt;reason&lt;/i&gt;. What cannot be judged, because more than half of it is nodata, is kept.</source>
        <translation>保留全部字段的多边形及其证据：&lt;i&gt;pre_probability&lt;/i&gt; 和 &lt;i&gt;pre_share&lt;/i&gt;（事件前的平均概率，以及多边形中大于或等于阈值的比例），&lt;i&gt;index_before&lt;/i&gt;、&lt;i&gt;index_after&lt;/i&gt;、&lt;i&gt;index_change&lt;/i&gt;（扣除周围变化后的变化；植被减少时小于 0），&lt;i&gt;slope_mean_deg&lt;/i&gt;，&lt;i&gt;preexisting&lt;/i&gt;（1：事件前已存在或不是滑坡，0：新滑坡，空：无法判断）和 &lt;i&gt;reason&lt;/i&gt;。因一半以上为无数据而无法判断的予以保留。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>What was taken out or flagged, with the same fields.</source>
        <translation>被剔除或标记的多边形，字段相同。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>&lt;p&gt;Takes out, or flags, landslides that were &lt;b&gt;there before the event&lt;/b&gt;, and what is no landslide, so that an inventory of the event holds only what the event did.&lt;/p&gt;&lt;p&gt;Three kinds of evidence are looked at, each where its layers are given: what the &lt;b&gt;model&lt;/b&gt; finds in the image before the event; whether a &lt;b&gt;vegetation index&lt;/b&gt; fell between the two images; and the mean &lt;b&gt;slope&lt;/b&gt;. Each polygon keeps the evidence in its fields. What cannot be judged is kept.&lt;/p&gt;</source>
        <translation>&lt;p&gt;剔除或标记&lt;b&gt;事件前已存在&lt;/b&gt;的滑坡以及不是滑坡的部分，使事件编目只包含由该事件引发的滑坡。&lt;/p&gt;&lt;p&gt;考察三种证据，给出相应图层时即采用：&lt;b&gt;模型&lt;/b&gt;在事件前影像中的识别结果；&lt;b&gt;植被指数&lt;/b&gt;在两幅影像之间是否下降；以及平均&lt;b&gt;坡度&lt;/b&gt;。每个多边形的字段中保存这些证据。无法判断的予以保留。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>How many are new or cannot be judged.</source>
        <translation>新滑坡或无法判断的数量。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>How many were taken out or flagged.</source>
        <translation>被剔除或标记的数量。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>How many of those kept cannot be judged.</source>
        <translation>保留者中无法判断的数量。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Area of those kept, ellipsoidal.</source>
        <translation>保留者的面积，按椭球计算。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Area of those taken out or flagged.</source>
        <translation>被剔除或标记者的面积。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>landslide,pre-event,preexisting,pre-existing,old,before,change detection,bitemporal,ndvi,vegetation,index,false positive,filter,slope,event,inventory,alignment,coregistration</source>
        <translation>滑坡,灾前,事件前,既有,已有,旧滑坡,变化检测,双时相,ndvi,植被,指数,误检,过滤,坡度,事件,编目,配准</translation>
    </message>
    <message>
        <location filename="../../algorithms/probability_input.py"/>
        <source>A probability raster that Scarp wrote: 0 to 1, stored as 0 to 100 per cent, nodata 255. No model is run.</source>
        <translation>Scarp 生成的概率栅格：0 到 1，以百分数 0 到 100 存储，无数据为 255。不运行模型。</translation>
    </message>
    <message>
        <location filename="../../algorithms/probability_input.py"/>
        <source>Polygons of all landslides in any coordinate system: what lies outside them is no landslide. Or a label raster on any grid: 1 is landslide, 0 is not, 255 and nodata are unlabelled and left out.</source>
        <translation>所有滑坡的多边形，坐标系不限：其外部不是滑坡。或任意格网的标签栅格：1 为滑坡，0 为非滑坡，255 和无数据为未标注，不参与计算。</translation>
    </message>
    <message>
        <location filename="../../algorithms/probability_input.py"/>
        <source>Polygons to work in. What lies outside them is left out, as if it were nodata.</source>
        <translation>要处理的多边形区域。其外部不参与计算，与无数据相同。</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_model.py"/>
        <source>Remove a model</source>
        <translation>移除模型</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_model.py"/>
        <source>Removes one of your own models from the list of Extract landslides, and its file.</source>
        <translation>从“提取滑坡”的列表中移除您自己的一个模型及其文件。</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_model.py"/>
        <source>remove,delete,uninstall,model,onnx,own,list</source>
        <translation>移除,删除,卸载,模型,onnx,自有,列表</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_model.py"/>
        <source>&lt;p&gt;Removes the file of a model from the folder &lt;i&gt;scarp/models&lt;/i&gt; of your QGIS profile; it cannot be had back. The folder of its training, if it was trained here, stays, and so do the models that come with Scarp.&lt;/p&gt;</source>
        <translation>&lt;p&gt;从 QGIS 用户配置的文件夹 &lt;i&gt;scarp/models&lt;/i&gt; 中删除模型文件；删除后无法恢复。若模型是在此处训练的，其训练文件夹会保留，Scarp 自带的模型也会保留。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_model.py"/>
        <source>The file that was removed.</source>
        <translation>被删除的文件。</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_model.py"/>
        <source>As &lt;i&gt;Extract landslides&lt;/i&gt; and &lt;i&gt;List models&lt;/i&gt; list it.</source>
        <translation>&lt;i&gt;提取滑坡&lt;/i&gt; 和 &lt;i&gt;列出模型&lt;/i&gt; 中列出的名称。</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>Remove pre-existing landslides</source>
        <translation>剔除既有滑坡</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>Takes out landslides that an image before the event already shows, and what is too flat.</source>
        <translation>剔除事件前影像中已显示的滑坡以及过于平缓的部分。</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>Landslides kept</source>
        <translation>保留的滑坡数</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>Landslides not judged</source>
        <translation>未能判断的滑坡数</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>Area kept (m²)</source>
        <translation>保留的面积 (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>Area from before (m²)</source>
        <translation>既有滑坡面积 (m²)</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>{name} – from before</source>
        <translation>{name} – 既有</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>{name} – new</source>
        <translation>{name} – 新增</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>Landslides from probability</source>
        <translation>由概率生成滑坡</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>Makes measured landslide polygons from a probability raster at another threshold.</source>
        <translation>以另一阈值由概率栅格生成经过量测的滑坡多边形。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>otsu</source>
        <translation>大津法</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>f1</source>
        <translation>f1分数</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>polygonize</source>
        <translation>多边形化</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>&lt;p&gt;Makes &lt;b&gt;landslides&lt;/b&gt;, with the same measurements as &lt;i&gt;Extract landslides&lt;/i&gt;, from a probability raster that it wrote. The model is not run again, so that another threshold takes seconds. It goes by the raster alone: landslides that touch are one, also where a model of instances told them apart, and have no score.&lt;/p&gt;&lt;p&gt;To see what each threshold would give, use &lt;i&gt;Sweep thresholds&lt;/i&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;由 &lt;i&gt;提取滑坡&lt;/i&gt; 生成的概率栅格得到&lt;b&gt;滑坡&lt;/b&gt;，量测内容与其相同。模型不再运行，因此更换阈值只需几秒钟。处理仅依据栅格：相互接触的滑坡合为一个，即使实例模型曾将其分开，并且没有得分。&lt;/p&gt;&lt;p&gt;要查看各阈值的结果，请使用 &lt;i&gt;阈值扫描&lt;/i&gt;。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>Score of the pixels at that threshold, 0 to 1, where there is a reference: the harmonic mean of precision and recall, before small landslides are left out.</source>
        <translation>有参考数据时，该阈值下像元的评分，0 到 1：精确率和召回率的调和平均值，在舍去小滑坡之前计算。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>A model as an .onnx file. Goes before the model chosen above.</source>
        <translation>.onnx 模型文件。优先于上方选择的模型。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>What is known to be landslide, for &lt;i&gt;best_f1&lt;/i&gt;; with the other methods, for the score F1.</source>
        <translation>已知的滑坡，用于 &lt;i&gt;best_f1&lt;/i&gt;；使用其他方法时用于计算 F1。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>A pixel is landslide where its probability is the threshold or more. &lt;i&gt;recommended&lt;/i&gt;: the value at which the model did best when it was made, which the raster states; &lt;i&gt;otsu&lt;/i&gt;: the value that parts these probabilities best in two; &lt;i&gt;best_f1&lt;/i&gt;: the value that agrees best with the reference; &lt;i&gt;fixed&lt;/i&gt;: the value below.</source>
        <translation>概率大于或等于阈值的像元即为滑坡。&lt;i&gt;recommended&lt;/i&gt;：模型制作时效果最好的值，栅格中有记载；&lt;i&gt;otsu&lt;/i&gt;：将这些概率最佳地分为两部分的值；&lt;i&gt;best_f1&lt;/i&gt;：与参考数据最吻合的值；&lt;i&gt;fixed&lt;/i&gt;：下方给出的值。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>Whose recommended threshold is taken. Empty takes what the raster states; rasters of other programs state none.</source>
        <translation>采用哪个模型的推荐阈值。留空则采用栅格中记载的值；其他程序的栅格没有记载。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>{raster} – landslides at {threshold}</source>
        <translation>{raster} – 阈值 {threshold} 的滑坡</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Sweep thresholds</source>
        <translation>阈值扫描</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Shows scores, number and area of the landslides at different thresholds of a probability.</source>
        <translation>显示概率在不同阈值下的评分、滑坡数量和面积。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>threshold,sweep,otsu,f1,precision,recall,accuracy,iou,chart,report,validation</source>
        <translation>阈值,扫描,大津法,otsu,f1,精确率,召回率,精度,交并比,iou,图表,报告,验证</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>&lt;p&gt;Shows what each threshold of a probability raster would give: at 0.1, 0.2, … 0.9, and in steps of 0.01 from 0.04 below to 0.04 above the one with the best F1 (without a reference, around Otsu's threshold).&lt;/p&gt;&lt;p&gt;With a reference it gives &lt;b&gt;precision, recall, F1, overall accuracy and IoU&lt;/b&gt; of the pixels; always the &lt;b&gt;number&lt;/b&gt; of landslides and their &lt;b&gt;area&lt;/b&gt;. The scores are of all labelled pixels, before small landslides are left out; number and area are of all landslides, labelled or not. An area is the sum of the ellipsoidal areas of the pixels. The model is not run.&lt;/p&gt;</source>
        <translation>&lt;p&gt;显示概率栅格在各阈值下的结果：阈值为 0.1、0.2、… 0.9，并在 F1 最高的阈值上下各 0.04 的范围内以 0.01 为步长（没有参考数据时，在大津法阈值附近）。&lt;/p&gt;&lt;p&gt;有参考数据时给出像元的&lt;b&gt;精确率、召回率、F1、总体精度和交并比&lt;/b&gt;；始终给出滑坡的&lt;b&gt;数量&lt;/b&gt;和&lt;b&gt;面积&lt;/b&gt;。评分针对所有已标注像元，在舍去小滑坡之前计算；数量和面积针对所有滑坡，无论是否标注。面积为像元椭球面积之和。不运行模型。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Where F1 is highest; only with a reference that has landslides.</source>
        <translation>F1 最高处；仅在有参考数据且其中有滑坡时给出。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>F1 there.</source>
        <translation>该处的 F1。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>The threshold that parts the probabilities best in two; needs no reference.</source>
        <translation>将概率最佳地分为两部分的阈值；不需要参考数据。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Smaller ones are neither counted nor drawn. 0 keeps all.</source>
        <translation>更小的滑坡既不计数也不绘制。0 表示全部保留。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>What is known to be landslide, for the scores.</source>
        <translation>已知的滑坡，用于评分。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Charts and table as one HTML page that needs nothing else.</source>
        <translation>图表和表格，合为一个独立的 HTML 网页。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>A row for each threshold, for a spreadsheet.</source>
        <translation>每个阈值一行，供电子表格使用。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Landslides at each threshold</source>
        <translation>各阈值的滑坡</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>The landslides of all thresholds in one layer, measured as by &lt;i&gt;Extract landslides&lt;/i&gt;; the field &lt;i&gt;threshold&lt;/i&gt; tells them apart, and &lt;i&gt;id&lt;/i&gt; counts anew at each. One layer rather than many, since it can be styled, filtered and played through by that field, and goes into every format and database.</source>
        <translation>所有阈值的滑坡合为一个图层，量测方式与 &lt;i&gt;提取滑坡&lt;/i&gt; 相同；字段 &lt;i&gt;threshold&lt;/i&gt; 用于区分，&lt;i&gt;id&lt;/i&gt; 在每个阈值下重新计数。采用一个图层而不是多个，是因为可以按该字段设置样式、过滤和动态播放，并可存入任何格式和数据库。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Threshold with the best F1</source>
        <translation>F1 最高的阈值</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Best F1</source>
        <translation>最高 F1</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Otsu's threshold</source>
        <translation>大津法阈值</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>{raster} – landslides by threshold</source>
        <translation>{raster} – 各阈值的滑坡</translation>
    </message>
    <message>
        <location filename="../../algorithms/train_mask_rcnn.py"/>
        <source>Train a Mask R-CNN model</source>
        <translation>训练 Mask R-CNN 模型</translation>
    </message>
    <message>
        <location filename="../../algorithms/train_mask_rcnn.py"/>
        <source>Trains a model that finds landslides one by one, on images and landslides of your own.</source>
        <translation>用您自己的影像和滑坡训练逐个识别滑坡的模型。</translation>
    </message>
    <message>
        <location filename="../../algorithms/train_unet.py"/>
        <source>Train a model</source>
        <translation>训练模型</translation>
    </message>
    <message>
        <location filename="../../algorithms/train_unet.py"/>
        <source>Trains a landslide model on images and landslides of your own.</source>
        <translation>用您自己的影像和滑坡训练滑坡模型。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>A model that knows landslides already needs few ROIs and little time. &lt;i&gt;nothing&lt;/i&gt; starts from the weights under Advanced, or from random ones; those need thousands of landslides and a graphics card.</source>
        <translation>已能识别滑坡的模型只需少量 ROI 和较短时间。&lt;i&gt;nothing&lt;/i&gt; 从“高级”中的权重开始，或从随机权重开始；后者需要数千个滑坡和显卡。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>&lt;i&gt;quick&lt;/i&gt; fits a model to your ground in minutes; &lt;i&gt;thorough&lt;/i&gt; takes about six times as long, for more ROIs; &lt;i&gt;paper&lt;/i&gt; is the recipe of Liu et al. 2021, which wants a graphics card. What is set here goes before.</source>
        <translation>&lt;i&gt;quick&lt;/i&gt; 在几分钟内使模型适应您的区域；&lt;i&gt;thorough&lt;/i&gt; 用时约为其六倍，适合更多 ROI；&lt;i&gt;paper&lt;/i&gt; 为 Liu 等 (2021) 的方案，需要显卡。此处设置的值优先。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>For checkpoints, log and report; while it trains also for the images, a byte for each pixel and band, and four more where ROIs say which landslide a pixel belongs to.</source>
        <translation>用于检查点、日志和报告；训练期间还存放影像，每个像元和波段一个字节，ROI 说明像元属于哪个滑坡时再加四个字节。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Backbone</source>
        <translation>骨干网络</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Finds features. A model to start from brings its own. The paper compares ResNet-101 and the two ResNeXt, and chooses ResNeXt-50. EfficientNet-Lite is small and fast.</source>
        <translation>提取特征。起始模型自带骨干网络。论文比较了 ResNet-101 和两种 ResNeXt，选用 ResNeXt-50。EfficientNet-Lite 体积小、速度快。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Improved feature pyramid</source>
        <translation>改进的特征金字塔</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>The paper's path from the bottom of the pyramid up, which tells where things are. A model to start from brings its own pyramid.</source>
        <translation>论文中从金字塔底层向上的路径，用于说明目标的位置。起始模型自带金字塔。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Edge loss</source>
        <translation>边缘损失</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>The paper's additional loss, which has the outlines of landslides come out sharper.</source>
        <translation>论文中附加的损失，使滑坡轮廓更清晰。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Start file</source>
        <translation>起始文件</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Models, checkpoints and weights (*.onnx *.pt *.pth)</source>
        <translation>模型、检查点和权重 (*.onnx *.pt *.pth)</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>A file, which goes before the model chosen above: a model (.onnx), a checkpoint of a training (.pt), either of them also of a U-Net of &lt;i&gt;Train a model&lt;/i&gt;, whose EfficientNet-Lite is the backbone then, or torchvision's weights (.pth) of a ResNet or ResNeXt, trained on ImageNet, or of &lt;i&gt;maskrcnn_resnet50_fpn&lt;/i&gt;, trained on COCO, from which the paper starts. What of it fits is taken, and the log says how much; all of the last one fits ResNet-50 with 256 feature maps.</source>
        <translation>文件，优先于上方选择的模型：模型 (.onnx)、训练的检查点 (.pt)，两者也可来自 &lt;i&gt;训练模型&lt;/i&gt; 的 U-Net，此时以其 EfficientNet-Lite 为骨干网络；或 torchvision 的权重 (.pth)，即在 ImageNet 上训练的 ResNet 或 ResNeXt，或在 COCO 上训练的 &lt;i&gt;maskrcnn_resnet50_fpn&lt;/i&gt;，论文即由后者开始。文件中相符的部分会被采用，日志会说明采用了多少；最后一种的全部权重都适用于特征图数为 256 的 ResNet-50。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Epochs</source>
        <translation>训练轮数</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>How often the steps of an epoch are done.</source>
        <translation>一轮训练的步骤重复的次数。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Steps in an epoch</source>
        <translation>每轮步数</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Each learns from a batch of patches.</source>
        <translation>每一步从一批样本块中学习。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Patch size (pixels)</source>
        <translation>样本块大小（像元）</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>A smaller one needs less memory. It is rounded up to a multiple of 32.</source>
        <translation>较小的样本块所需内存较少。会向上取整到 32 的倍数。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Random rotation</source>
        <translation>随机旋转</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>How patches are turned at random; unless it is &lt;i&gt;none&lt;/i&gt;, they are mirrored too. The paper turns by right angles.</source>
        <translation>样本块随机旋转的方式；除 &lt;i&gt;none&lt;/i&gt; 以外还会镜像。论文按直角旋转。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Empty takes the start model's, else {values}.</source>
        <translation>留空则采用起始模型的值，否则为 {values}。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Feature maps</source>
        <translation>特征图数</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Of each level of the pyramid and of the heads. A model to start from brings its own. Fewer are faster.</source>
        <translation>金字塔各层和各输出头的特征图数。起始模型自带该值。越少越快。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Anchor sizes (pixels)</source>
        <translation>锚框大小（像元）</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Sides of the squares that proposals start from, one for each of the pyramid's five levels, with commas between them.</source>
        <translation>候选框所起始的正方形的边长，金字塔的五层各一个，以逗号分隔。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Aspect ratios</source>
        <translation>高宽比</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Height to width of what proposals start from, with commas between them.</source>
        <translation>候选框起始形状的高与宽之比，以逗号分隔。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Proposals</source>
        <translation>候选框数</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Boxes of a tile that are looked at in extraction, at most; twice as many in training. Fewer are faster.</source>
        <translation>提取时每个图块最多考察的框数；训练时为其两倍。越少越快。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>&lt;p&gt;Trains a model that finds landslides &lt;b&gt;one by one&lt;/b&gt;, each with its outline and a score, so that landslides that touch are counted apart: an improved Mask R-CNN (Liu et al. 2021, &lt;i&gt;A Research on Landslides Automatic Extraction Model Based on the Improved Mask R-CNN&lt;/i&gt;). It runs beside QGIS, which can be used meanwhile; progress is shown for each epoch.&lt;/p&gt;&lt;p&gt;Each polygon of the ROIs is one landslide, also where two touch. Of a label raster, connected pixels are one. A model that only maps where landslides are is trained faster by &lt;i&gt;Train a model&lt;/i&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;训练&lt;b&gt;逐个&lt;/b&gt;识别滑坡的模型，每个滑坡都有轮廓和得分，因此相互接触的滑坡可分开计数：改进的 Mask R-CNN（Liu 等 2021，&lt;i&gt;A Research on Landslides Automatic Extraction Model Based on the Improved Mask R-CNN&lt;/i&gt;）。训练与 QGIS 同时运行，期间可继续使用 QGIS；每轮显示进度。&lt;/p&gt;&lt;p&gt;ROI 中的每个多边形为一个滑坡，即使两个相互接触。标签栅格中的连通像元为一个滑坡。若只需制图滑坡的位置，用 &lt;i&gt;训练模型&lt;/i&gt; 训练更快。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Loss and its parts, accuracy, precision, recall, F1 and AP50 of all epochs, as a table (CSV).</source>
        <translation>所有轮次的损失及其组成、准确率、精确率、召回率、F1 和 AP50，以表格 (CSV) 给出。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Average precision of the landslides in the validation of the best epoch, at an overlap of one half: 1 where each is found and nothing else.</source>
        <translation>最佳轮次验证中滑坡的平均精度，以重叠一半为准：全部找到且无误检时为 1。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>AP50</source>
        <translation>AP50</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>mask r-cnn,maskrcnn,instance,instances,object detection,resnet,resnext,count,edge loss</source>
        <translation>mask r-cnn,maskrcnn,实例,实例分割,目标检测,resnet,resnext,计数,边缘损失</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Images</source>
        <translation>影像</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Aerial, drone or satellite images that the ROIs were drawn on, or that the label rasters belong to.</source>
        <translation>绘制 ROI 所依据的，或标签栅格所属的航空、无人机或卫星影像。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Polygons drawn on landslides (and, for a model that tells more apart, on other classes). More of them, and more different ones, make a better model.</source>
        <translation>在滑坡上绘制的多边形（若模型要区分更多类别，也可在其他类别上绘制）。数量越多、类型越丰富，模型越好。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Name of the field that holds the class of the ROIs: &lt;i&gt;landslide&lt;/i&gt; or 1, &lt;i&gt;background&lt;/i&gt; or 0, or other classes such as &lt;i&gt;river&lt;/i&gt;. Empty: all ROIs are landslide.</source>
        <translation>保存 ROI 类别的字段名称：&lt;i&gt;landslide&lt;/i&gt; 或 1、&lt;i&gt;background&lt;/i&gt; 或 0，或其他类别，如 &lt;i&gt;river&lt;/i&gt;。留空：所有 ROI 均为滑坡。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>&lt;i&gt;background&lt;/i&gt;: you have drawn every landslide, so all else is none; &lt;i&gt;unlabelled&lt;/i&gt;: it is not known, and left out, so some ROIs must be background. &lt;i&gt;auto&lt;/i&gt;: unlabelled if there are ROIs of background, else background.</source>
        <translation>&lt;i&gt;background&lt;/i&gt;：您已绘制所有滑坡，其余部分均不是滑坡；&lt;i&gt;unlabelled&lt;/i&gt;：情况未知，不参与计算，因此部分 ROI 须为背景。&lt;i&gt;auto&lt;/i&gt;：有背景 ROI 时为 unlabelled，否则为 background。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Label rasters</source>
        <translation>标签栅格</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Made by &lt;i&gt;Create label raster&lt;/i&gt;: one for each image that has no ROIs, on its grid; or with the image's own bands in it, which needs no image.</source>
        <translation>由 &lt;i&gt;创建标签栅格&lt;/i&gt; 生成：每幅没有 ROI 的影像一个，采用该影像的格网；或包含影像自身波段的标签栅格，此时不需要影像。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Part that trains</source>
        <translation>用于训练的部分</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>The image is parted in two: this part trains, the rest validates, so that the model is judged on ground that it has not seen. &lt;i&gt;blocks&lt;/i&gt; deals out squares. Zhang et al. 2020 train on the northern part. Not used where there are validation ROIs, images or label rasters.</source>
        <translation>影像分为两部分：此部分用于训练，其余用于验证，从而在模型未见过的地面上评判模型。&lt;i&gt;blocks&lt;/i&gt; 按方块分配。Zhang 等 (2020) 用北部训练。给出验证 ROI、验证影像或验证标签栅格时不使用。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Share that trains</source>
        <translation>用于训练的比例</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>0.6 is theirs.</source>
        <translation>Zhang 等 (2020) 采用 0.6。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Validation ROIs</source>
        <translation>验证 ROI</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>ROIs that only validate, instead of a part of the image. Their pixels do not train.</source>
        <translation>仅用于验证的 ROI，代替影像的一部分。其像元不参与训练。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Validation images</source>
        <translation>验证影像</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Images that the validation ROIs or label rasters belong to. Empty takes the images above.</source>
        <translation>验证 ROI 或验证标签栅格所属的影像。留空则采用上方的影像。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Validation label rasters</source>
        <translation>验证标签栅格</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>As the label rasters above, for validation.</source>
        <translation>与上方的标签栅格相同，用于验证。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Start from</source>
        <translation>起始模型</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Unless this is set, a model that is there stays, and the training does not start.</source>
        <translation>未勾选时，保留已有的模型，训练不会开始。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Numbers of the images' bands, such as &lt;i&gt;3,2,1&lt;/i&gt;, in the order of the model that training starts from. Empty finds red, green and blue by names and colours. From nothing, any number of bands.</source>
        <translation>影像的波段编号，如 &lt;i&gt;3,2,1&lt;/i&gt;，按起始模型的顺序排列。留空则按名称和颜色查找红、绿、蓝。从头训练时，波段数不限。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Size of the pixels that are worked on. Empty takes the images' own, or the nearest that the model which training starts from was made for.</source>
        <translation>处理时的像元大小。留空则采用影像自身的分辨率，或起始模型适用范围内最接近的分辨率。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Pixel value that the model is to see as black. Empty: 8-bit images are taken as they are, others from the 2nd percentile of the image. What is set here is taken by the extraction too.</source>
        <translation>模型应视为黑色的像元值。留空：8 位影像保持原值，其他影像从影像的第 2 百分位数开始。此处设置的值也用于提取。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Pixel value that the model is to see as white. Set both, or neither.</source>
        <translation>模型应视为白色的像元值。请同时设置两者，或都不设置。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Training folder</source>
        <translation>训练文件夹</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Empty takes a folder of the model's name under &lt;i&gt;scarp/training&lt;/i&gt; in your QGIS profile.</source>
        <translation>留空则采用 QGIS 用户配置的 &lt;i&gt;scarp/training&lt;/i&gt; 下以模型名称命名的文件夹。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Go on with a training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Where the folder holds the same training, cancelled or failed, it goes on from the last finished epoch; with more epochs, also where it had finished. Otherwise it starts anew.</source>
        <translation>若文件夹中有已取消或失败的同一训练，则从最后完成的一轮继续；增加轮数时，已完成的训练也可继续。否则重新开始。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>&lt;p&gt;After each epoch a checkpoint is kept. A training that is cancelled, or that the power left, goes on from it when it is run again with the same values.&lt;/p&gt;&lt;p&gt;The model of the best epoch is put into your models folder at the end, with its threshold and scores. The report shows how the training went, epoch by epoch.&lt;/p&gt;</source>
        <translation>&lt;p&gt;每轮之后保存检查点。被取消或因断电中断的训练，用相同的值再次运行时从检查点继续。&lt;/p&gt;&lt;p&gt;最后，将最佳轮次的模型连同其阈值和评分放入您的模型文件夹。报告逐轮显示训练过程。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>The .onnx file, which &lt;i&gt;Extract landslides&lt;/i&gt; lists at once.</source>
        <translation>.onnx 文件，&lt;i&gt;提取滑坡&lt;/i&gt; 会立即列出。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Curves and scores of all epochs, and what was trained with what, as HTML.</source>
        <translation>所有轮次的曲线和评分，以及训练所用的数据和设置，HTML 格式。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Events</source>
        <translation>事件文件</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>The same for TensorBoard.</source>
        <translation>同样的内容，供 TensorBoard 使用。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Best epoch</source>
        <translation>最佳轮次</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>The one that the model is of.</source>
        <translation>模型所取自的轮次。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Of its validation, at the recommended threshold.</source>
        <translation>其验证结果，采用推荐阈值。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Recommended threshold</source>
        <translation>推荐阈值</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Probability from which a pixel is landslide.</source>
        <translation>像元被判定为滑坡的概率下限。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Of the best epoch.</source>
        <translation>最佳轮次的值。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>landslide,landslides,train,training,fine-tune,fine-tuning,transfer learning,deep learning,machine learning,neural network,ai,pytorch,roi,label,segmentation,model,validation,epoch</source>
        <translation>滑坡,训练,微调,迁移学习,深度学习,机器学习,神经网络,人工智能,ai,pytorch,roi,感兴趣区,标签,标注,分割,模型,验证,轮次</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Empty takes {value:g}.</source>
        <translation>留空则为 {value:g}。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Empty takes the preset's: {values}.</source>
        <translation>留空则采用预设的值：{values}。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Smallest random scale</source>
        <translation>最小随机缩放</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Largest random scale</source>
        <translation>最大随机缩放</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Feature bias at the start</source>
        <translation>初始目标偏向</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Share of the patches that are drawn around a landslide.</source>
        <translation>围绕滑坡抽取的样本块所占的比例。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Feature bias at the end</source>
        <translation>最终目标偏向</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>The same in the last epoch.</source>
        <translation>最后一轮的该比例。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Random colours</source>
        <translation>随机颜色</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Strength of random changes of colour, 0 to 1.</source>
        <translation>颜色随机变化的强度，0 到 1。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>The model is that of the epoch with the highest F1 or the lowest loss of the validation.</source>
        <translation>取验证 F1 最高或验证损失最低的轮次的模型。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Patches at once</source>
        <translation>同时处理的样本块数</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Fewer need less memory.</source>
        <translation>数量越少，所需内存越少。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Of sgd.</source>
        <translation>用于 sgd。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>The same seed on the same machine trains the same model.</source>
        <translation>在同一计算机上，相同的种子训练出相同的模型。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>A model that knows landslides already needs few ROIs and little time. &lt;i&gt;nothing&lt;/i&gt; starts from random weights, with the preset's own network; it needs thousands of landslides.</source>
        <translation>已能识别滑坡的模型只需少量 ROI 和较短时间。&lt;i&gt;nothing&lt;/i&gt; 从随机权重开始，采用预设自身的网络；需要数千个滑坡。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>&lt;i&gt;quick&lt;/i&gt; fits a model to your ground in minutes; &lt;i&gt;thorough&lt;/i&gt; takes about four times as long, for more ROIs; &lt;i&gt;paper&lt;/i&gt; is the recipe of Zhang et al. 2020, which wants a graphics card. What is set under Advanced goes before.</source>
        <translation>&lt;i&gt;quick&lt;/i&gt; 在几分钟内使模型适应您的区域；&lt;i&gt;thorough&lt;/i&gt; 用时约为其四倍，适合更多 ROI；&lt;i&gt;paper&lt;/i&gt; 为 Zhang 等 (2020) 的方案，需要显卡。“高级”中设置的值优先。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>For checkpoints, log and report; while it trains also for the images, a byte for each pixel and band.</source>
        <translation>用于检查点、日志和报告；训练期间还存放影像，每个像元和波段一个字节。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Models and checkpoints (*.onnx *.pt *.pth)</source>
        <translation>模型和检查点 (*.onnx *.pt *.pth)</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>A model (.onnx) or a checkpoint of a training (.pt). Goes before the model chosen above.</source>
        <translation>模型 (.onnx) 或训练的检查点 (.pt)。优先于上方选择的模型。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>How often all patches of an epoch are drawn.</source>
        <translation>一轮的所有样本块被抽取的次数。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Patches in an epoch</source>
        <translation>每轮样本块数</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>A smaller one needs less memory. It is rounded up to what the network divides by (16 or 32).</source>
        <translation>较小的样本块所需内存较少。会向上取整到网络要求的倍数（16 或 32）。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>The paper gives none.</source>
        <translation>论文未给出。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Boundary weight</source>
        <translation>边界权重</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>How much more than others pixels count on the boundary of a landslide.</source>
        <translation>滑坡边界上的像元比其他像元多计的权重。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Boundary width (pixels)</source>
        <translation>边界宽度（像元）</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>How far from the boundary they do.</source>
        <translation>距边界多远的像元按此计权。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Class weight</source>
        <translation>类别权重</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Share of a landslide pixel's weight against a background pixel's at the start; it goes to 0.5.</source>
        <translation>训练开始时滑坡像元权重相对于背景像元权重的占比；逐渐变为 0.5。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Loss weight</source>
        <translation>损失权重</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>The same share in the loss of the validation.</source>
        <translation>验证损失中的同一占比。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Blur distance (pixels)</source>
        <translation>模糊距离（像元）</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>How far the labels' edges are blurred at the start; it goes to 0.</source>
        <translation>训练开始时标签边缘的模糊距离；逐渐变为 0。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Patches are turned and mirrored at random.</source>
        <translation>样本块随机旋转和镜像。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>The paper gives no range.</source>
        <translation>论文未给出范围。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Weight of the Dice loss</source>
        <translation>Dice 损失的权重</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Beside the cross-entropy.</source>
        <translation>与交叉熵并用。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Width of the U-Net</source>
        <translation>U-Net 的宽度</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Feature maps of its first level, when starting from nothing; the paper's is 64. Where it is set, the network is the paper's U-Net in any preset.</source>
        <translation>从头训练时第一层的特征图数；论文为 64。设置后，任何预设都采用论文的 U-Net。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>&lt;p&gt;Trains a model on landslides that you have drawn, so that &lt;b&gt;Extract landslides&lt;/b&gt; does better on your ground. It runs beside QGIS, which can be used meanwhile; progress is shown for each epoch.&lt;/p&gt;</source>
        <translation>&lt;p&gt;用您绘制的滑坡训练模型，使 &lt;b&gt;提取滑坡&lt;/b&gt; 在您的区域效果更好。训练与 QGIS 同时运行，期间可继续使用 QGIS；每轮显示进度。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Loss, accuracy, precision, recall and F1 of all epochs, as a table (CSV).</source>
        <translation>所有轮次的损失、准确率、精确率、召回率和 F1，以表格 (CSV) 给出。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>unet,u-net,envinet5,semantic</source>
        <translation>unet,u-net,envinet5,语义分割</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>3 Extract</source>
        <translation>3 提取</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Whole image</source>
        <translation>整幅影像</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Map canvas extent</source>
        <translation>地图画布范围</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Polygons of a layer</source>
        <translation>图层中的多边形</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Only what lies in the area is worked on, so a small one is done soon.</source>
        <translation>只处理区域内的部分，因此小区域很快完成。</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Selected features only</source>
        <translation>仅选中的要素</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Folder for the Results</source>
        <translation>结果文件夹</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Temporary layers</source>
        <translation>临时图层</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Folder for the probability (GeoTIFF) and the landslides (GeoPackage), named after the image. Files that are there stay. Leave it empty for temporary layers.</source>
        <translation>存放概率 (GeoTIFF) 和滑坡 (GeoPackage) 的文件夹，以影像命名。已有文件会保留。留空则为临时图层。</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Save to</source>
        <translation>保存到</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Extract</source>
        <translation>提取</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Extract the landslides of the image in the background.</source>
        <translation>在后台提取影像中的滑坡。</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Choose an image in step 1.</source>
        <translation>请在第 1 步选择影像。</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>There is no layer of polygons; add one, or extract the whole image.</source>
        <translation>没有多边形图层；请添加一个，或提取整幅影像。</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>No feature of the layer "{}" is selected; select some.</source>
        <translation>图层“{}”中没有选中的要素；请选中一些要素。</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>There is no folder {}; choose another, or none for temporary layers.</source>
        <translation>文件夹 {} 不存在；请选择其他文件夹，或不选择以使用临时图层。</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Look for packages</source>
        <translation>查找软件包</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Options…</source>
        <translation>选项…</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Extract landslides: {}</source>
        <translation>提取滑坡：{}</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Add to this project</source>
        <translation>添加到当前工程</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Cancelled; nothing is left behind.</source>
        <translation>已取消；未留下任何内容。</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Landslides: {count}; area: {ha} ha ({km2} km²); threshold: {threshold}.</source>
        <translation>滑坡：{count}；面积：{ha} ha ({km2} km²)；阈值：{threshold}。</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>The project that it was started in is closed.</source>
        <translation>启动该任务的工程已关闭。</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>1 Image</source>
        <translation>1 影像</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Choose an image</source>
        <translation>选择影像</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Aerial, drone or satellite image taken after the event. Layers that are no files, such as web maps, and probabilities that Scarp has made are not listed.</source>
        <translation>事件后拍摄的航空、无人机或卫星影像。不列出非文件图层（如网络地图）以及 Scarp 生成的概率。</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Open an image from a file</source>
        <translation>从文件打开影像</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Image of the same place from before the event. With it, landslides that were there before can be told and left out (Remove pre-existing landslides).</source>
        <translation>同一地点事件前的影像。给出后，可识别并排除事件前已存在的滑坡（剔除既有滑坡）。</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Heights in metres. With it, landslides get their mean slope, highest and lowest point and relief.</source>
        <translation>以米为单位的高程。给出后，滑坡将得到平均坡度、最高点、最低点和起伏度。</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>More layers</source>
        <translation>更多图层</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Before the event</source>
        <translation>事件前</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Look at the image: {}</source>
        <translation>查看影像：{}</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Use {}</source>
        <translation>使用 {}</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Open an Image</source>
        <translation>打开影像</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>4 Threshold</source>
        <translation>4 阈值</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>A probability that Scarp has extracted; the newest one is chosen by itself.</source>
        <translation>Scarp 提取的概率；最新的会自动选中。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>What is known to be landslide, if anything: polygons of all landslides, or a label raster (1 landslide, 0 not, 255 not known). Shows which threshold agrees best with it.</source>
        <translation>已知的滑坡（如有）：所有滑坡的多边形，或标签栅格（1 滑坡，0 非滑坡，255 未知）。显示与其最吻合的阈值。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Keep the probability below it</source>
        <translation>保留阈值以下的概率</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Draw what is below the threshold in the layer's own colours.</source>
        <translation>用图层自身的颜色绘制低于阈值的部分。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Reset Style</source>
        <translation>重置样式</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Draw the layer in its own style again.</source>
        <translation>恢复图层自身的样式。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>There is no probability layer yet: extract one in step 3, or add one that Scarp has made.</source>
        <translation>尚无概率图层：请在第 3 步提取，或添加 Scarp 生成的概率图层。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Counting the pixels… {} %</source>
        <translation>正在统计像元… {} %</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>The pixels were not counted, since it was cancelled.</source>
        <translation>已取消，未统计像元。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Count Again</source>
        <translation>重新统计</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>2 Train (optional)</source>
        <translation>2 训练（可选）</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>Train a model on the ROIs, in the background. Where another training runs, it waits for it, and takes the ROIs as they are when it begins.</source>
        <translation>在后台用 ROI 训练模型。若有其他训练正在运行，则等待其结束，并采用开始时的 ROI。</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>Look what a training can start from</source>
        <translation>查看训练可用的起始模型</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>Make a new layer of ROIs, or choose one.</source>
        <translation>请新建 ROI 图层或选择一个。</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>Train a model: {}</source>
        <translation>训练模型：{}</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>The model "{name}" is trained and chosen in step 3; F1 of the validation: {f1}.</source>
        <translation>模型“{name}”已训练完成，并在第 3 步中选中；验证 F1：{f1}。</translation>
    </message>
</context>
<context>
    <name>ScarpActions</name>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Landslide panel</source>
        <translation>滑坡面板</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Show or hide the landslide panel (Scarp)</source>
        <translation>显示或隐藏滑坡面板 (Scarp)</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Extract landslides…</source>
        <translation>提取滑坡…</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Extract landslides from an image (Scarp)</source>
        <translation>从影像中提取滑坡 (Scarp)</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Train a model…</source>
        <translation>训练模型…</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Train a model on your own landslides (Scarp)</source>
        <translation>用您自己的滑坡训练模型 (Scarp)</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Train a Mask R-CNN model…</source>
        <translation>训练 Mask R-CNN 模型…</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Train a model that finds landslides one by one (Scarp)</source>
        <translation>训练逐个识别滑坡的模型 (Scarp)</translation>
    </message>
</context>
<context>
    <name>ScarpOptions</name>
    <message>
        <location filename="../../ui/options.py"/>
        <source>Defaults</source>
        <translation>默认值</translation>
    </message>
    <message>
        <location filename="../../ui/options.py"/>
        <source>all cores ({})</source>
        <translation>全部核心（{}）</translation>
    </message>
    <message>
        <location filename="../../ui/options.py"/>
        <source>Trainings</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>ThresholdControls</name>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Arrows move it by 0.01, page up and page down by 0.10, home and end to 0 and 1.</source>
        <translation>方向键以 0.01 移动，上下翻页键以 0.10 移动，Home 和 End 键移到 0 和 1。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>A pixel is landslide where its probability is the threshold or more.</source>
        <translation>概率大于或等于阈值的像元即为滑坡。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Log</source>
        <translation>对数</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Sqrt</source>
        <translation>平方根</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Height of the bars: logarithm or square root of the number of pixels.</source>
        <translation>柱高：像元数的对数或平方根。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>What is at or above the threshold, its share of all valid pixels, and its ellipsoidal area.</source>
        <translation>大于或等于阈值的像元、其占全部有效像元的比例及其椭球面积。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Precision and recall of the pixels against the reference at every threshold: the point is the current one, the ring the one with the best F1. Click to move the threshold there.</source>
        <translation>各阈值下像元相对于参考数据的精确率和召回率：圆点为当前阈值，圆环为 F1 最高的阈值。单击可将阈值移到该处。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Otsu</source>
        <translation>大津法</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Otsu's threshold, which parts the probabilities best in two</source>
        <translation>大津法阈值，将概率最佳地分为两部分</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Threshold that the model recommends</source>
        <translation>模型推荐的阈值</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Best F1</source>
        <translation>最高 F1</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Threshold that agrees best with the reference</source>
        <translation>与参考数据最吻合的阈值</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>{pixels} pixels ({share} %)</source>
        <translation>{pixels} 个像元 ({share} %)</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>The area is not known: the layer has no valid coordinate system.</source>
        <translation>面积未知：图层没有有效的坐标系。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>{ha} ha = {km2} km²</source>
        <translation>{ha} ha = {km2} km²</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Precision {precision}, recall {recall}, F1 {f1}, IoU {iou}</source>
        <translation>精确率 {precision}，召回率 {recall}，F1 {f1}，交并比 {iou}</translation>
    </message>
</context>
<context>
    <name>ThresholdRenderer</name>
    <message>
        <location filename="../../ui/threshold_renderer.py"/>
        <source>Landslide (≥ {})</source>
        <translation>滑坡 (≥ {})</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_renderer.py"/>
        <source>Other</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>TrainingCurves</name>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Scores</source>
        <translation>评分</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>The first epoch is not finished yet.</source>
        <translation>第一轮尚未完成。</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Recall</source>
        <translation>召回率</translation>
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
        <translation>所有像元中正确者所占的比例；滑坡较少时总是很高。</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Share of the pixels mapped as landslide that are landslide.</source>
        <translation>制图为滑坡的像元中确为滑坡者所占的比例。</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Share of the landslide pixels that are mapped as landslide.</source>
        <translation>滑坡像元中制图为滑坡者所占的比例。</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Harmonic mean of precision and recall.</source>
        <translation>精确率和召回率的调和平均值。</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Average precision: 1 where each landslide is found by itself, and nothing else.</source>
        <translation>平均精度：每个滑坡都单独找到且无误检时为 1。</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Epoch {epoch} of {epochs}</source>
        <translation>第 {epoch} 轮，共 {epochs} 轮</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>best: epoch {epoch}, F1 {f1}</source>
        <translation>最佳：第 {epoch} 轮，F1 {f1}</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>{minutes} min left</source>
        <translation>剩余 {minutes} min</translation>
    </message>
</context>
<context>
    <name>TrainingForm</name>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>U-Net: map landslides</source>
        <translation>U-Net：滑坡制图</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>Mask R-CNN: count landslides</source>
        <translation>Mask R-CNN：滑坡计数</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>A U-Net says for each pixel how likely it is landslide. A Mask R-CNN finds landslides one by one, also where they touch; its training takes longer.</source>
        <translation>U-Net 给出每个像元为滑坡的可能性。Mask R-CNN 逐个识别滑坡，相互接触的也能分开；其训练时间更长。</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>Share of the image that does not train, in the south, so that the model is judged on ground that it has not seen. There must be landslides in both parts.</source>
        <translation>影像中不用于训练的比例，位于南部，用于在模型未见过的地面上评判模型。两部分都必须有滑坡。</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>Name of the model that is made. An unfinished training of this name goes on.</source>
        <translation>所生成模型的名称。该名称的未完成训练会继续。</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>Start &amp;from</source>
        <translation>起始模型(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>&amp;Preset</source>
        <translation>预设(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>&amp;Validation</source>
        <translation>验证(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>Na&amp;me</source>
        <translation>名称(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>nothing (random weights)</source>
        <translation>无（随机权重）</translation>
    </message>
</context>
<context>
    <name>TrainingList</name>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>Trainings</source>
        <translation>训练列表</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>&amp;Go On</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>Start it again with the same values; it goes on from its last finished epoch.</source>
        <translation>用相同的值重新启动；从最后完成的一轮继续。</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>&amp;Report</source>
        <translation>报告(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>Open the report of the training: curves, scores, settings and sample maps.</source>
        <translation>打开训练报告：曲线、评分、设置和示例图。</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>{} %</source>
        <translation>{} %</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>done, F1 {}</source>
        <translation>完成，F1 {}</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
</context>
</TS>
