<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Decisions</name>
    <message>
        <location filename="../../ui/review_decisions.py"/>
        <source>That was the last landslide of the list.</source>
        <translation>一覧の最後の斜面崩壊でした。</translation>
    </message>
    <message>
        <location filename="../../ui/review_decisions.py"/>
        <source>The class has no name; type one, such as river, and press Return.</source>
        <translation>クラスの名前がありません。名前（例: 川）を入力し、Enterキーを押してください。</translation>
    </message>
    <message>
        <location filename="../../ui/review_decisions.py"/>
        <source>There is nothing to undo; what is saved cannot be undone.</source>
        <translation>元に戻す操作がありません。保存済みの内容は元に戻せません。</translation>
    </message>
    <message>
        <location filename="../../ui/review_decisions.py"/>
        <source>The layer "{}" cannot be edited; save a copy and review that.</source>
        <translation>レイヤ「{}」は編集できません。コピーを保存し、それをレビューしてください。</translation>
    </message>
    <message>
        <location filename="../../ui/review_decisions.py"/>
        <source>The edits of the layer "{layer}" cannot be saved: {reason}</source>
        <translation>レイヤ「{layer}」の編集内容を保存できません: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/review_decisions.py"/>
        <source>No landslide is selected; click on one in the table.</source>
        <translation>斜面崩壊が選択されていません。表の中の斜面崩壊をクリックしてください。</translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>Nothing is accepted or rejected yet, so there is nothing to learn from.</source>
        <translation>採用または棄却したものがまだないため、学習に使えるものがありません。</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>No landslide is accepted yet, so there is nothing to save.</source>
        <translation>採用した斜面崩壊がまだないため、保存するものがありません。</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>{} – accepted</source>
        <translation>{} – 採用</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>{} – review</source>
        <translation>{} – レビュー</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>No landslide is rejected, so there is nothing to delete.</source>
        <translation>棄却した斜面崩壊がないため、削除するものがありません。</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>Rejected landslides deleted</source>
        <translation>棄却した斜面崩壊を削除</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>The rejected landslides of the layer "{}" cannot be deleted; save the accepted ones.</source>
        <translation>レイヤ「{}」の棄却した斜面崩壊を削除できません。採用した斜面崩壊を保存してください。</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>Rejected landslides deleted: {}. Undo brings them back until the edits are saved.</source>
        <translation>削除した棄却済みの斜面崩壊: {}。編集内容を保存するまでは、「元に戻す」で復元できます。</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>New ROI Layer</source>
        <translation>新しいROIレイヤ</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>GeoPackage (*.gpkg)</source>
        <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>ROIs "{layer}": added {added}, changed {changed}, removed {removed}, there already {there}.</source>
        <translation>ROI「{layer}」: 追加{added}、変更{changed}、削除{removed}、既存{there}。</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>Landslides that lie where its coordinate system is not defined: {}.</source>
        <translation>座標参照系が定義されていない場所にある斜面崩壊: {}。</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>Save Landslides</source>
        <translation>斜面崩壊を保存</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>{path} could not be written: {reason}</source>
        <translation>{path}に書き出せませんでした: {reason}</translation>
    </message>
    <message>
        <location filename="../../ui/review_handover.py"/>
        <source>Written: {}</source>
        <translation>書き出しました: {}</translation>
    </message>
</context>
<context>
    <name>HistogramPlot</name>
    <message>
        <location filename="../../ui/histogram_plot.py"/>
        <source>Probability {probability}: {pixels} pixels
At or above it: {above} pixels</source>
        <translation>確率{probability}: {pixels}ピクセル
この値以上: {above}ピクセル</translation>
    </message>
</context>
<context>
    <name>ImageFacts</name>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Bands</source>
        <translation>バンド</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Pixels</source>
        <translation>ピクセル</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Resolution</source>
        <translation>解像度</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Values</source>
        <translation>値</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Nodata</source>
        <translation>nodata</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Suggested</source>
        <translation>推奨モデル</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Time</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>Band {band}: {low} to {high}</source>
        <translation>バンド{band}: {low}～{high}</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>From {} pixels, which are not all.</source>
        <translation>全体ではなく、{}ピクセルからの値です。</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>What the model sees as darkest and brightest ({}):</source>
        <translation>モデルが最も暗い値、最も明るい値として扱う値（{}）:</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{number} {name}</source>
        <translation>{number} {name}</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{} not used</source>
        <translation>{}個は不使用</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>not known: no coordinate system</source>
        <translation>不明（座標参照系がありません）</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{} m</source>
        <translation>{} m</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{own} m, worked on at {working} m</source>
        <translation>{own} m（処理時は{working} m）</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>no valid pixel found</source>
        <translation>有効なピクセルが見つかりません</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{low} to {high}</source>
        <translation>{low}～{high}</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>as they are</source>
        <translation>そのまま</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>stretched</source>
        <translation>引き伸ばし</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>none found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>about {} %</source>
        <translation>約{} %</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{} %</source>
        <translation>{} %</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>none; train one on this image</source>
        <translation>なし。この画像で学習してください</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{name}, for {low} to {high} m</source>
        <translation>{name}（{low}～{high} m向け）</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>not known. {}</source>
        <translation>不明。{}</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>about {time} on the {device}</source>
        <translation>約{time}（{device}使用）</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{} s</source>
        <translation>{} 秒</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{} min</source>
        <translation>{} 分</translation>
    </message>
    <message>
        <location filename="../../ui/image_facts.py"/>
        <source>{} h</source>
        <translation>{} 時間</translation>
    </message>
</context>
<context>
    <name>LandslidePanel</name>
    <message>
        <location filename="../../ui/panel.py"/>
        <source>Landslides</source>
        <translation>斜面崩壊</translation>
    </message>
    <message>
        <location filename="../../ui/panel.py"/>
        <source>Review the Landslides One by One</source>
        <translation>斜面崩壊を1つずつレビュー</translation>
    </message>
    <message>
        <location filename="../../ui/panel.py"/>
        <source>Review</source>
        <translation>レビュー</translation>
    </message>
    <message>
        <location filename="../../ui/panel.py"/>
        <source>Packages, Models and Settings…</source>
        <translation>パッケージ、モデル、設定…</translation>
    </message>
    <message>
        <location filename="../../ui/panel.py"/>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <location filename="../../ui/panel.py"/>
        <source>The help could not be opened; it is the file {}.</source>
        <translation>ヘルプを開けませんでした。ヘルプのファイルは{}です。</translation>
    </message>
</context>
<context>
    <name>LineChart</name>
    <message>
        <location filename="../../ui/curves.py"/>
        <source>best</source>
        <translation>最良</translation>
    </message>
</context>
<context>
    <name>Missing</name>
    <message>
        <location filename="../../ui/missing.py"/>
        <source>Look whether Scarp's packages are there</source>
        <translation>Scarpのパッケージの有無を確認</translation>
    </message>
    <message>
        <location filename="../../ui/missing.py"/>
        <source>Scarp needs the package {} to extract landslides; the options install it.</source>
        <translation>斜面崩壊の抽出にはパッケージ{}が必要です。オプションからインストールできます。</translation>
    </message>
    <message>
        <location filename="../../ui/missing.py"/>
        <source>Open the options…</source>
        <translation>オプションを開く…</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>by pixel</source>
        <translation>ピクセル単位</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>one by one</source>
        <translation>1つずつ</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>{} m</source>
        <translation>{} m</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>{} to {} m</source>
        <translation>{}～{} m</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Cannot be used</source>
        <translation>使用できません</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Finds landslides</source>
        <translation>斜面崩壊の検出</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Bands</source>
        <translation>バンド</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Ground resolution</source>
        <translation>地上解像度</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Recommended threshold</source>
        <translation>推奨閾値</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Trained on</source>
        <translation>学習データ</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Scores, {}</source>
        <translation>評価値（{}）</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>Scores</source>
        <translation>評価値</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>best F1</source>
        <translation>最大F1</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>precision</source>
        <translation>適合率</translation>
    </message>
    <message>
        <location filename="../../ui/model_card.py"/>
        <source>recall</source>
        <translation>再現率</translation>
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
        <translation>正解率</translation>
    </message>
</context>
<context>
    <name>ModelCombo</name>
    <message>
        <location filename="../../ui/model_choice.py"/>
        <source>List models</source>
        <translation>モデルの一覧</translation>
    </message>
    <message>
        <location filename="../../ui/model_choice.py"/>
        <source>The bundled model that was made for the image's ground resolution.</source>
        <translation>画像の地上解像度に合った同梱モデル。</translation>
    </message>
    <message>
        <location filename="../../ui/model_choice.py"/>
        <source>The mean of the probabilities of unet and maskrcnn, with the landslides of maskrcnn kept apart. The best, and the slowest.</source>
        <translation>unetとmaskrcnnの確率の平均。斜面崩壊はmaskrcnnと同じように区別されます。精度は最も高く、処理は最も遅くなります。</translation>
    </message>
</context>
<context>
    <name>ModelsBox</name>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Remove the model "{}"? Its file {} is deleted.</source>
        <translation>モデル「{}」を削除しますか？ ファイル{}が削除されます。</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Remove…</source>
        <translation>削除…</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Open folder</source>
        <translation>フォルダを開く</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Remove the chosen model; those that come with Scarp stay.</source>
        <translation>選択したモデルを削除します。Scarpに同梱のモデルは削除されません。</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Import</source>
        <translation>インポート</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Finds landslides</source>
        <translation>斜面崩壊の検出</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Ground resolution</source>
        <translation>地上解像度</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>From</source>
        <translation>提供元</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Import a model</source>
        <translation>モデルのインポート</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Scarp</source>
        <translation>Scarp</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>you</source>
        <translation>ユーザ</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>Report of its training</source>
        <translation>学習のレポート</translation>
    </message>
    <message>
        <location filename="../../ui/options_models.py"/>
        <source>The folder {} cannot be made ({}).</source>
        <translation>フォルダ{}を作成できません（{}）。</translation>
    </message>
</context>
<context>
    <name>OptionsRuns</name>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>Look which packages are there</source>
        <translation>パッケージの確認</translation>
    </message>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>Install packages for {}</source>
        <translation>{}用パッケージのインストール</translation>
    </message>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>List models</source>
        <translation>モデルの一覧</translation>
    </message>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>Import a model</source>
        <translation>モデルのインポート</translation>
    </message>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>Remove the model "{}"</source>
        <translation>モデル「{}」の削除</translation>
    </message>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>{}: done.</source>
        <translation>{}: 完了しました。</translation>
    </message>
    <message>
        <location filename="../../ui/options_runs.py"/>
        <source>Options…</source>
        <translation>オプション…</translation>
    </message>
</context>
<context>
    <name>PackagesBox</name>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>The same by hand, in a terminal: the command, with the options below.</source>
        <translation>同じことを端末から手動で行うためのコマンド。下のオプションが反映されます。</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Copy the command</source>
        <translation>コマンドをコピー</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Extraction</source>
        <translation>抽出</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Training</source>
        <translation>学習</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>{}: looking…</source>
        <translation>{}: 確認中…</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>{}: not possible yet. Missing: {}.</source>
        <translation>{}: まだ実行できません。不足: {}。</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>the graphics card ({})</source>
        <translation>グラフィックカード（{}）</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>the processor</source>
        <translation>プロセッサ</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>{}: ready. It runs on {}.</source>
        <translation>{}: 準備完了。{}で実行されます。</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Missing: {}.</source>
        <translation>不足: {}。</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Install again</source>
        <translation>再インストール</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Install</source>
        <translation>インストール</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Packages</source>
        <translation>パッケージ</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Diagnose</source>
        <translation>診断</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Look at Python, packages, graphics card and network, and say what to do.</source>
        <translation>Python、パッケージ、グラフィックカード、ネットワークを調べ、対処方法を示します。</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Copy the diagnosis</source>
        <translation>診断結果をコピー</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Package</source>
        <translation>パッケージ</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Version</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Needed for</source>
        <translation>用途</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>Options of the installation</source>
        <translation>インストールのオプション</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>extraction; validation of a trained model</source>
        <translation>抽出、学習したモデルの検証</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>charts in reports</source>
        <translation>レポートのグラフ</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>training</source>
        <translation>学習</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>model files of trained models</source>
        <translation>学習したモデルのファイル</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>labels in training</source>
        <translation>学習時のラベル</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>the log of a training for TensorBoard</source>
        <translation>TensorBoard用の学習ログ</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>missing</source>
        <translation>不足</translation>
    </message>
    <message>
        <location filename="../../ui/options_packages.py"/>
        <source>{} (not for {})</source>
        <translation>{}（{}用は不足）</translation>
    </message>
</context>
<context>
    <name>PixelCounter</name>
    <message>
        <location filename="../../ui/pixel_counter.py"/>
        <source>Count the pixels of {}</source>
        <translation>{}のピクセルの計数</translation>
    </message>
</context>
<context>
    <name>PolygonMaker</name>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>Make measured polygons of what lies at or above the threshold, as a new layer; in the background.</source>
        <translation>閾値以上の部分から計測値付きのポリゴンを作成し、新しいレイヤとして追加します。処理はバックグラウンドで行われます。</translation>
    </message>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>Make Polygons at {}</source>
        <translation>{}でポリゴンを作成</translation>
    </message>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>Make polygons of {layer} at {threshold}</source>
        <translation>{layer}から閾値{threshold}でポリゴンを作成</translation>
    </message>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>Add to this project</source>
        <translation>このプロジェクトに追加</translation>
    </message>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>Cancelled; nothing is left behind.</source>
        <translation>キャンセルしました。何も残っていません。</translation>
    </message>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>Landslides at {threshold}: {count}; area: {ha} ha ({km2} km²).</source>
        <translation>閾値{threshold}での斜面崩壊: {count}、面積: {ha} ha（{km2} km²）。</translation>
    </message>
    <message>
        <location filename="../../ui/polygon_maker.py"/>
        <source>The project that it was started in is closed.</source>
        <translation>開始時のプロジェクトは閉じられています。</translation>
    </message>
</context>
<context>
    <name>PrecisionRecallPlot</name>
    <message>
        <location filename="../../ui/precision_recall_plot.py"/>
        <source>Recall</source>
        <translation>再現率</translation>
    </message>
    <message>
        <location filename="../../ui/precision_recall_plot.py"/>
        <source>Precision</source>
        <translation>適合率</translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <location filename="../../ui/result_view.py"/>
        <source>Swipe</source>
        <translation>スワイプ</translation>
    </message>
    <message>
        <location filename="../../ui/result_view.py"/>
        <source>Put a handle on the canvas that can be dragged: left of it the map is without Scarp's results. Esc ends it. ({key})</source>
        <translation>ドラッグできるハンドルをキャンバスに表示します。ハンドルの左側では、Scarpの結果が非表示になります。Escキーで終了します。({key})</translation>
    </message>
    <message>
        <location filename="../../ui/result_view.py"/>
        <source>Hide</source>
        <translation>隠す</translation>
    </message>
    <message>
        <location filename="../../ui/result_view.py"/>
        <source>Hides Scarp's results on the canvas as long as it, or the key {key}, is held down.</source>
        <translation>このボタンまたは{key}キーを押している間、キャンバス上のScarpの結果を隠します。</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Previous</source>
        <translation>前へ</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Go to the landslide above</source>
        <translation>1つ上の斜面崩壊に移動します</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Go to the landslide below</source>
        <translation>1つ下の斜面崩壊に移動します</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Accept</source>
        <translation>採用</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>It is a landslide</source>
        <translation>斜面崩壊です</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Reject</source>
        <translation>棄却</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>It is none</source>
        <translation>斜面崩壊ではありません</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Not Reviewed</source>
        <translation>未レビュー</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Set back to not reviewed</source>
        <translation>未レビューに戻します</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Undo the last edit of the layer, as QGIS does</source>
        <translation>レイヤの最後の編集を、QGISの機能で元に戻します</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Edit Geometry</source>
        <translation>ジオメトリを編集</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Edit the outline with QGIS's own tool; the fields that Scarp has measured follow</source>
        <translation>QGISのツールで輪郭を編集します。Scarpが計測したフィールドも更新されます</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Reclassify</source>
        <translation>再分類</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>It is what the box says, such as a river</source>
        <translation>ボックスに入力したもの（例: 川）です</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Pan Only</source>
        <translation>移動のみ</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Keep the scale of the map when going to a landslide</source>
        <translation>斜面崩壊に移動するときに、地図の縮尺を変えません</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Go On</source>
        <translation>自動で次へ</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Go to the next landslide after each accept, reject and reclassify</source>
        <translation>採用、棄却、再分類のたびに次の斜面崩壊に移動します</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>To ROIs</source>
        <translation>ROIに送る</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>For the next training, accepted ones become ROIs of landslide, and rejected ones ROIs of background that is easily taken for it; each once. Other classes are left out.</source>
        <translation>次の学習のために、採用したものを斜面崩壊のROI、棄却したものを斜面崩壊と間違えやすい背景のROIにします。それぞれ一度だけ追加されます。ほかのクラスは対象外です。</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Save Edits</source>
        <translation>編集内容を保存</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Save the edits of the layer</source>
        <translation>レイヤの編集内容を保存します</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Save Accepted As…</source>
        <translation>採用分に名前を付けて保存…</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Write the accepted landslides to a file of their own</source>
        <translation>採用した斜面崩壊を別のファイルに書き出します</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Save a Copy As…</source>
        <translation>コピーに名前を付けて保存…</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Write all landslides to a file, and review that</source>
        <translation>すべての斜面崩壊をファイルに書き出し、そのファイルをレビューします</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Delete Rejected</source>
        <translation>棄却分を削除</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Delete the rejected landslides from the layer</source>
        <translation>棄却した斜面崩壊をレイヤから削除します</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>No layer</source>
        <translation>レイヤなし</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Layer of landslides to review</source>
        <translation>レビューする斜面崩壊のレイヤ</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Not reviewed</source>
        <translation>未レビュー</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Accepted</source>
        <translation>採用</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Rejected</source>
        <translation>棄却</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Other classes</source>
        <translation>ほかのクラス</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Which landslides the table shows</source>
        <translation>表に表示する斜面崩壊</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>Class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>What a landslide is reclassified to; Return does it, Escape does not</source>
        <translation>斜面崩壊の再分類先。Enterキーで再分類し、Escキーで中止します</translation>
    </message>
    <message>
        <location filename="../../ui/review_bar.py"/>
        <source>More</source>
        <translation>その他</translation>
    </message>
</context>
<context>
    <name>ReviewDock</name>
    <message>
        <location filename="../../ui/review.py"/>
        <source>Landslide review</source>
        <translation>斜面崩壊のレビュー</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>There is no layer under review; choose one.</source>
        <translation>レビュー中のレイヤがありません。レイヤを選択してください。</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>The landslides are being read; wait a moment.</source>
        <translation>斜面崩壊を読み込んでいます。しばらくお待ちください。</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>Choose a layer of landslides to review; an extraction is chosen by itself.</source>
        <translation>レビューする斜面崩壊のレイヤを選択してください。抽出結果は自動で選択されます。</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>{reviewed} of {all} reviewed</source>
        <translation>{all}件中{reviewed}件をレビュー済み</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>Reading…</source>
        <translation>読み込み中…</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>This is the last landslide of the list.</source>
        <translation>一覧の最後の斜面崩壊です。</translation>
    </message>
    <message>
        <location filename="../../ui/review.py"/>
        <source>This is the first landslide of the list.</source>
        <translation>一覧の最初の斜面崩壊です。</translation>
    </message>
    <message>
        <location filename="../../ui/review_canvas.py"/>
        <source>This landslide has no outline; delete it or draw one.</source>
        <translation>この斜面崩壊には輪郭がありません。削除するか、輪郭を描いてください。</translation>
    </message>
    <message>
        <location filename="../../ui/review_canvas.py"/>
        <source>This landslide lies where the map's coordinate system is not defined; choose another one for the project.</source>
        <translation>この斜面崩壊は、地図の座標参照系が定義されていない場所にあります。プロジェクトに別の座標参照系を選択してください。</translation>
    </message>
    <message>
        <location filename="../../ui/review_export.py"/>
        <source>No vector format has the ending {ending}; choose .gpkg, .shp or .geojson.</source>
        <translation>拡張子{ending}のベクタ形式はありません。.gpkg、.shp、.geojsonのいずれかを選んでください。</translation>
    </message>
    <message>
        <location filename="../../ui/review_export.py"/>
        <source>The layer "{layer}" is in the file {path}; choose another name.</source>
        <translation>レイヤ「{layer}」はファイル{path}にあります。別の名前を選んでください。</translation>
    </message>
    <message>
        <location filename="../../ui/review_export.py"/>
        <source>{} was written, but cannot be opened; look whether it is still there.</source>
        <translation>{}は書き出されましたが、開けません。ファイルが残っているか確認してください。</translation>
    </message>
    <message>
        <location filename="../../ui/review_rois.py"/>
        <source>Compare the review with the ROIs "{}"</source>
        <translation>レビューとROI「{}」の比較</translation>
    </message>
    <message>
        <location filename="../../ui/review_rois.py"/>
        <source>The ROI layer "{layer}" has no field "{field}", so what was rejected would be landslide there; choose another ROI layer, or make a new one.</source>
        <translation>ROIレイヤ「{layer}」にフィールド「{field}」がないため、棄却したものが斜面崩壊として扱われてしまいます。別のROIレイヤを選択するか、新しく作成してください。</translation>
    </message>
    <message>
        <location filename="../../ui/review_rois.py"/>
        <source>Review sent to ROIs</source>
        <translation>レビュー結果をROIに送信</translation>
    </message>
    <message>
        <location filename="../../ui/review_rois.py"/>
        <source>The layer "{}" does not take what was reviewed; choose another ROI layer.</source>
        <translation>レイヤ「{}」はレビュー結果を受け付けません。別のROIレイヤを選択してください。</translation>
    </message>
    <message>
        <location filename="../../ui/review_rows.py"/>
        <source>Read the landslides of "{}"</source>
        <translation>「{}」の斜面崩壊の読み込み</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The field "{field}" of the layer "{layer}" holds numbers, so it cannot keep the status; rename it, or save a copy without it.</source>
        <translation>レイヤ「{layer}」のフィールド「{field}」は数値型のため、状態を保存できません。フィールドの名前を変更するか、このフィールドを除いたコピーを保存してください。</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The layer "{}" is read-only, so the status cannot be kept in it; save a copy and review that.</source>
        <translation>レイヤ「{}」は読み取り専用のため、状態を保存できません。コピーを保存し、それをレビューしてください。</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The layer "{}" takes no new field or no new values, so the status cannot be kept in it; save a copy and review that.</source>
        <translation>レイヤ「{}」は新しいフィールドや値を受け付けないため、状態を保存できません。コピーを保存し、それをレビューしてください。</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The layer "{}" cannot be edited in this way; save a copy and review that.</source>
        <translation>レイヤ「{}」はこの方法では編集できません。コピーを保存し、それをレビューしてください。</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The layer "{}" cannot be edited; save a copy and review that.</source>
        <translation>レイヤ「{}」は編集できません。コピーを保存し、それをレビューしてください。</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>Landslides accepted</source>
        <translation>斜面崩壊を採用</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>Landslides rejected</source>
        <translation>斜面崩壊を棄却</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>Landslides set to not reviewed</source>
        <translation>斜面崩壊を未レビューに変更</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>Landslides reclassified</source>
        <translation>斜面崩壊を再分類</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The layer "{}" does not take it; save a copy and review that.</source>
        <translation>レイヤ「{}」はこの値を受け付けません。コピーを保存し、それをレビューしてください。</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>Field for the review added</source>
        <translation>レビュー用フィールドを追加</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>The layer "{}" takes no new field; save a copy and review that.</source>
        <translation>レイヤ「{}」は新しいフィールドを受け付けません。コピーを保存し、それをレビューしてください。</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>accepted</source>
        <translation>採用</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>rejected</source>
        <translation>棄却</translation>
    </message>
    <message>
        <location filename="../../ui/review_status.py"/>
        <source>not reviewed</source>
        <translation>未レビュー</translation>
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
        <translation>未レビュー</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>accepted</source>
        <translation>採用</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>rejected</source>
        <translation>棄却</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>The field id; without one, the id of the feature</source>
        <translation>フィールドid。ない場合は地物のID</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Area</source>
        <translation>面積</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Area on the ellipsoid, measured on the outline</source>
        <translation>輪郭から計測した、楕円体上の面積</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Mean probability of a landslide in it</source>
        <translation>内部の斜面崩壊の確率の平均</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Max</source>
        <translation>最大</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Highest probability of a landslide in it</source>
        <translation>内部の斜面崩壊の確率の最大値</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Long side of the box around it, measured on the outline</source>
        <translation>輪郭から計測した、外接する矩形の長辺</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Score</source>
        <translation>スコア</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>How sure the model is of this landslide as a whole</source>
        <translation>この斜面崩壊全体に対するモデルの確信度</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <location filename="../../ui/review_table.py"/>
        <source>What the review says</source>
        <translation>レビューの結果</translation>
    </message>
</context>
<context>
    <name>ReviewStyle</name>
    <message>
        <location filename="../../ui/review_style.py"/>
        <source>Accepted</source>
        <translation>採用</translation>
    </message>
    <message>
        <location filename="../../ui/review_style.py"/>
        <source>Rejected</source>
        <translation>棄却</translation>
    </message>
    <message>
        <location filename="../../ui/review_style.py"/>
        <source>Other class</source>
        <translation>ほかのクラス</translation>
    </message>
    <message>
        <location filename="../../ui/review_style.py"/>
        <source>Not reviewed</source>
        <translation>未レビュー</translation>
    </message>
</context>
<context>
    <name>RoiAdvice</name>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>ROIs outside the image, which are not used: {}.</source>
        <translation>画像の外にあり、使われないROI: {}。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>ROIs without a class, which are not used: {}. Set it in the attribute table.</source>
        <translation>クラスがなく、使われないROI: {}。属性テーブルで設定してください。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>ROIs without a geometry, which are not used: {}. Delete them.</source>
        <translation>ジオメトリがなく、使われないROI: {}。削除してください。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>QGIS gives new features the values of the one before, and so not the class that is chosen here: switch that off under Settings &gt; Options &gt; Digitizing.</source>
        <translation>QGISが新しい地物に直前の地物の値を設定するため、ここで選択したクラスが反映されません。設定 &gt; オプション &gt; デジタイズでこの機能をオフにしてください。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>There are edits that are not saved; a training uses them too.</source>
        <translation>未保存の編集内容があります。学習ではこれらも使われます。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>There are no ROIs yet. Draw polygons on landslides.</source>
        <translation>ROIがまだありません。斜面崩壊にポリゴンを描いてください。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>No ROI is a landslide, so there is nothing to learn.</source>
        <translation>斜面崩壊のROIがないため、学習できません。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>Landslides are few: {count}. With {few} or more, of all kinds and in all parts of the image, a model gets good.</source>
        <translation>斜面崩壊の数が不足しています: {count}。あらゆる種類のものが画像の各部から{few}以上あると、よいモデルになります。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>What no ROI covers is left out, so draw background of all kinds.</source>
        <translation>ROIに覆われていない部分は除外されるため、あらゆる種類の背景を描いてください。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>All other ground counts as background: draw every landslide of the image, or some background too.</source>
        <translation>ほかの部分はすべて背景とみなされます。画像内のすべての斜面崩壊を描くか、背景も描いてください。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_advice.py"/>
        <source>No field says the class, so all ROIs are landslides, and all other ground counts as background: draw every landslide of the image.</source>
        <translation>クラスを示すフィールドがないため、すべてのROIが斜面崩壊、ほかの部分はすべて背景とみなされます。画像内のすべての斜面崩壊を描いてください。</translation>
    </message>
</context>
<context>
    <name>RoiClassesTable</name>
    <message>
        <location filename="../../ui/roi_classes_table.py"/>
        <source>Rejected</source>
        <translation>棄却</translation>
    </message>
    <message>
        <location filename="../../ui/roi_classes_table.py"/>
        <source>Draw landslides, with scarp and runout.</source>
        <translation>滑落崖と流下・堆積域を含めて、斜面崩壊を描きます。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_classes_table.py"/>
        <source>Draw ground that is no landslide: forest, fields, roads, water, bare ground.</source>
        <translation>斜面崩壊でない場所（森林、農地、道路、水域、裸地）を描きます。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_classes_table.py"/>
        <source>Draw background that a model took for a landslide; a review puts it here too.</source>
        <translation>モデルが斜面崩壊と誤った背景を描きます。レビューで棄却したものもここに入ります。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_classes_table.py"/>
        <source>Key: {}</source>
        <translation>キー: {}</translation>
    </message>
</context>
<context>
    <name>RoiDrawing</name>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Choose a layer of ROIs</source>
        <translation>ROIレイヤを選択</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>ROI layer</source>
        <translation>ROIレイヤ</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Polygons drawn on landslides, and on ground that is none.</source>
        <translation>斜面崩壊と、斜面崩壊でない場所に描いたポリゴン。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>&amp;New</source>
        <translation>新規(&amp;N)</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>&amp;Class field</source>
        <translation>クラスのフィールド(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Field that says the class: landslide or 1, background or 0. None: all polygons are landslides.</source>
        <translation>クラスを示すフィールド。値はlandslideまたは1、backgroundまたは0。なしの場合は、すべてのポリゴンを斜面崩壊とします。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>&amp;Draw</source>
        <translation>描画(&amp;D)</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Draw polygons of the class that is chosen, with QGIS's tools: click for corners, right-click to finish. Nothing is asked; the keys 1, 2 and 3 change the class, Ctrl+Z undoes.</source>
        <translation>選択したクラスのポリゴンを、QGISのツールで描きます。クリックで頂点を追加し、右クリックで終了します。入力画面は表示されません。1、2、3キーでクラスを切り替え、Ctrl+Zで元に戻します。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>&amp;Save Edits</source>
        <translation>編集内容を保存(&amp;S)</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Write what was drawn into the layer's file, and go on drawing.</source>
        <translation>描いたものをレイヤのファイルに書き込み、描画を続けます。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Folder for the ROI Layer</source>
        <translation>ROIレイヤのフォルダ</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>The ROI layer is the file {}.</source>
        <translation>ROIレイヤのファイルは{}です。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Snapping was switched off.</source>
        <translation>スナップをオフにしました。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Make a ROI layer: {}</source>
        <translation>ROIレイヤの作成: {}</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>The layer "{}" cannot be edited; choose another, or make a new one.</source>
        <translation>レイヤ「{}」は編集できません。別のレイヤを選択するか、新しく作成してください。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Choose an image in step 1; ROIs are drawn on it.</source>
        <translation>手順1で画像を選択してください。ROIはその上に描きます。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Make a new layer of ROIs and draw on it; you are asked for its folder.</source>
        <translation>新しいROIレイヤを作成して描画します。保存先のフォルダを尋ねられます。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_drawing.py"/>
        <source>Make a new layer of ROIs and draw on it: {}</source>
        <translation>新しいROIレイヤを作成して描画します: {}</translation>
    </message>
</context>
<context>
    <name>RoiLayer</name>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>Landslide</source>
        <translation>斜面崩壊</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>Background (rejected)</source>
        <translation>背景（棄却）</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>There is a file {path} already; choose another name.</source>
        <translation>ファイル{path}はすでにあります。別の名前を選んでください。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>The ROI layer {path} cannot be made ({reason}); choose another folder.</source>
        <translation>ROIレイヤ{path}を作成できません（{reason}）。別のフォルダを選んでください。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>The layer "{}" cannot be edited; choose another ROI layer.</source>
        <translation>レイヤ「{}」は編集できません。別のROIレイヤを選択してください。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>The polygon cannot be reprojected to {crs} of the layer "{layer}".</source>
        <translation>ポリゴンを、レイヤ「{layer}」の{crs}に再投影できません。</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>ROI added</source>
        <translation>ROIを追加</translation>
    </message>
    <message>
        <location filename="../../ui/roi_layer.py"/>
        <source>The layer "{}" takes no polygon; choose another ROI layer.</source>
        <translation>レイヤ「{}」はポリゴンを受け付けません。別のROIレイヤを選択してください。</translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message>
        <location filename="../../ui/run.py"/>
        <source>There is no algorithm "{}"; enable the plugin Scarp.</source>
        <translation>アルゴリズム「{}」がありません。プラグインScarpを有効にしてください。</translation>
    </message>
    <message>
        <location filename="../../ui/run.py"/>
        <source>The layer "{}" was removed before the run could begin; add it again and start anew.</source>
        <translation>実行を開始する前にレイヤ「{}」が削除されました。レイヤを追加し直して、もう一度開始してください。</translation>
    </message>
    <message>
        <location filename="../../ui/run.py"/>
        <source>It failed without a reason; look at the log under View &gt; Panels &gt; Log Messages &gt; Scarp.</source>
        <translation>理由を示さずに失敗しました。ビュー &gt; パネル &gt; ログメッセージ &gt; Scarpのログを確認してください。</translation>
    </message>
</context>
<context>
    <name>RunRow</name>
    <message>
        <location filename="../../ui/run_row.py"/>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <location filename="../../ui/run_row.py"/>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <location filename="../../ui/run_row.py"/>
        <source>Cancelling…</source>
        <translation>キャンセル中…</translation>
    </message>
</context>
<context>
    <name>Scarp</name>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Landslides</source>
        <translation>斜面崩壊</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Parameters</source>
        <translation>パラメータ</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Advanced parameters</source>
        <translation>詳細パラメータ</translation>
    </message>
    <message>
        <location filename="../../algorithms/base.py"/>
        <source>Results</source>
        <translation>結果</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>Create label raster</source>
        <translation>ラベルラスタの作成</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>Turns polygons drawn on an image (ROIs) into labels to train a model on.</source>
        <translation>画像上に描いたポリゴン（ROI）を、モデルの学習に使うラベルに変換します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>landslide,label,labels,mask,roi,region of interest,training,samples,rasterize,ground truth,reference</source>
        <translation>landslide,label,mask,roi,地すべり,斜面崩壊,ラベル,マスク,関心領域,学習,教師データ,サンプル,ラスタ化,正解データ,参照データ</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>Landslide pixels</source>
        <translation>斜面崩壊のピクセル数</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>Pixels of each class</source>
        <translation>クラスごとのピクセル数</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>Background pixels</source>
        <translation>背景のピクセル数</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>Unlabelled pixels</source>
        <translation>ラベルなしのピクセル数</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>{scene} – label raster</source>
        <translation>{scene} – ラベルラスタ</translation>
    </message>
    <message>
        <location filename="../../algorithms/create_label_raster.py"/>
        <source>{scene} – labels</source>
        <translation>{scene} – ラベル</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Describe an image</source>
        <translation>画像の情報</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Says what Scarp sees in an image, which models fit it, and how long an extraction takes.</source>
        <translation>Scarpが画像をどう読み取るか、どのモデルが適しているか、抽出にどれだけ時間がかかるかを示します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>describe,image,info,information,metadata,bands,resolution,values,nodata,model,suggest,fit,time,estimate,windows,tiles,memory,report,json</source>
        <translation>describe,image,info,json,画像,情報,メタデータ,バンド,解像度,値,nodata,モデル,推奨,適合,所要時間,推定,ウィンドウ,タイル,メモリ,レポート</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>&lt;p&gt;Says, before anything is extracted, what Scarp sees in an image: bands and what they are taken for, values, nodata, ground resolution; which model suits it and why, which do not; and how long an extraction would take on this computer.&lt;/p&gt;&lt;p&gt;It is quick however large the image is: values and nodata are &lt;b&gt;estimates&lt;/b&gt; from overviews or, where there are none, from some of its blocks. The time is that of one tile, which is run through the model, times the number of tiles; it is measured once for each model and device until QGIS is closed.&lt;/p&gt;</source>
        <translation>&lt;p&gt;抽出を行う前に、Scarpが画像をどう読み取るかを示します。バンドとその解釈、値、nodata、地上解像度、適したモデルとその理由、適さないモデル、このコンピュータでの抽出の所要時間などです。&lt;/p&gt;&lt;p&gt;画像がどれほど大きくても短時間で終わります。値とnodataは、オーバービュー、またはオーバービューがない場合は一部のブロックから求めた&lt;b&gt;推定値&lt;/b&gt;です。所要時間は、モデルで処理した1タイルの時間にタイル数を掛けたもので、QGISを終了するまで、モデルとデバイスの組み合わせごとに一度だけ測定されます。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>A JSON object: &lt;i&gt;width&lt;/i&gt;, &lt;i&gt;height&lt;/i&gt;, &lt;i&gt;bands&lt;/i&gt;, &lt;i&gt;crs&lt;/i&gt;, &lt;i&gt;resolution_m&lt;/i&gt;, &lt;i&gt;working_resolution_m&lt;/i&gt;, &lt;i&gt;values&lt;/i&gt;, &lt;i&gt;nodata&lt;/i&gt;, &lt;i&gt;model&lt;/i&gt; (the one asked for), &lt;i&gt;suggested&lt;/i&gt;, &lt;i&gt;models&lt;/i&gt; (how each fits, and why), &lt;i&gt;work&lt;/i&gt; (windows, memory), &lt;i&gt;time&lt;/i&gt; (seconds, and what they are based on) and &lt;i&gt;warnings&lt;/i&gt;, among others.</source>
        <translation>JSONオブジェクト: &lt;i&gt;width&lt;/i&gt;、&lt;i&gt;height&lt;/i&gt;、&lt;i&gt;bands&lt;/i&gt;、&lt;i&gt;crs&lt;/i&gt;、&lt;i&gt;resolution_m&lt;/i&gt;、&lt;i&gt;working_resolution_m&lt;/i&gt;、&lt;i&gt;values&lt;/i&gt;、&lt;i&gt;nodata&lt;/i&gt;、&lt;i&gt;model&lt;/i&gt;（指定したモデル）、&lt;i&gt;suggested&lt;/i&gt;、&lt;i&gt;models&lt;/i&gt;（各モデルの適合度と理由）、&lt;i&gt;work&lt;/i&gt;（ウィンドウ、メモリ）、&lt;i&gt;time&lt;/i&gt;（秒数とその根拠）、&lt;i&gt;warnings&lt;/i&gt;など。</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Report</source>
        <translation>レポート</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Any raster that is read through GDAL, of any size.</source>
        <translation>GDALで読み込めるラスタ。大きさは問いません。</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>That the image is to be read for. &lt;i&gt;auto&lt;/i&gt; takes the one that &lt;i&gt;Extract landslides&lt;/i&gt; would.</source>
        <translation>画像の読み込みに使う予定のモデル。&lt;i&gt;auto&lt;/i&gt;では、&lt;i&gt;斜面崩壊の抽出&lt;/i&gt;が選ぶモデルを使います。</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Bands</source>
        <translation>バンド</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>The image's bands in the model's order. Empty finds them by their names and colours, else takes the first ones.</source>
        <translation>モデルの順序に合わせた画像のバンド。空欄の場合は名前と色から判断し、判断できなければ先頭のバンドから使います。</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>That the time is measured on. &lt;i&gt;auto&lt;/i&gt; uses an NVIDIA graphics card where it works.</source>
        <translation>時間を測定するデバイス。&lt;i&gt;auto&lt;/i&gt;では、NVIDIA製グラフィックカードが使える場合はそれを使います。</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>CPU threads</source>
        <translation>CPUスレッド数</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>0 uses all cores.</source>
        <translation>0ではすべてのコアを使います。</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>What was found as a page (.html) or as text (.txt).</source>
        <translation>調べた結果のページ（.html）またはテキスト（.txt）。</translation>
    </message>
    <message>
        <location filename="../../algorithms/describe_image.py"/>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>Diagnose</source>
        <translation>診断</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>Says which packages, device and proxy Scarp uses, what is missing, and what mends it.</source>
        <translation>Scarpが使うパッケージ、デバイス、プロキシと、不足しているもの、その対処方法を示します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>Setup</source>
        <translation>セットアップ</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>diagnose,diagnosis,packages,python,versions,onnxruntime,pytorch,torch,cuda,gpu,setup,report,bug,help</source>
        <translation>diagnose,python,onnxruntime,pytorch,torch,cuda,gpu,診断,パッケージ,バージョン,セットアップ,レポート,不具合,バグ,ヘルプ</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>&lt;p&gt;Looks at everything that Scarp runs on: the Python of QGIS, the environment with the packages, ONNX Runtime and PyTorch, the NVIDIA card, the disk and the proxy. The text in the log ends with what to do; copy it when you report a problem. It holds no passwords.&lt;/p&gt;&lt;p&gt;Nothing is changed and nothing is sent.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Scarpの動作に関わるもの、すなわちQGISのPython、パッケージの環境、ONNX RuntimeとPyTorch、NVIDIA製カード、ディスク、プロキシを調べます。ログのテキストの末尾に対処方法が示されます。問題を報告するときは、このテキストをコピーしてください。パスワードは含まれません。&lt;/p&gt;&lt;p&gt;何も変更せず、何も送信しません。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>The diagnosis.</source>
        <translation>診断結果。</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>For programs, as JSON: for &lt;i&gt;extraction&lt;/i&gt; and &lt;i&gt;training&lt;/i&gt; which packages are missing, whether it can run, and on what device (&lt;i&gt;cpu&lt;/i&gt; or &lt;i&gt;cuda&lt;/i&gt;); versions; the card.</source>
        <translation>プログラム向けのJSON: &lt;i&gt;extraction&lt;/i&gt;と&lt;i&gt;training&lt;/i&gt;のそれぞれについて、不足しているパッケージ、実行の可否、使用するデバイス（&lt;i&gt;cpu&lt;/i&gt;または&lt;i&gt;cuda&lt;/i&gt;）を示します。ほかにバージョンとカードの情報。</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>The diagnosis as a page (.html) or as text (.txt).</source>
        <translation>診断結果のページ（.html）またはテキスト（.txt）。</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>Diagnosis</source>
        <translation>診断結果</translation>
    </message>
    <message>
        <location filename="../../algorithms/diagnose.py"/>
        <source>State of the packages</source>
        <translation>パッケージの状態</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluate_extraction.py"/>
        <source>Evaluate extraction</source>
        <translation>抽出の評価</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluate_extraction.py"/>
        <source>Scores an extraction against a reference, and maps what is correct, missed and false.</source>
        <translation>抽出結果を参照データと比べて評価し、正解、見逃し、誤検出を地図にします。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluate_extraction.py"/>
        <source>{layer} – error map</source>
        <translation>{layer} – 誤差マップ</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluate_extraction.py"/>
        <source>{layer} – errors</source>
        <translation>{layer} – 誤差</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Extraction</source>
        <translation>抽出結果</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>What was extracted: polygons; or a raster, of probabilities, of 0 and 1 (1 is landslide), or of classes. It may come from any program.</source>
        <translation>抽出したもの。ポリゴン、または確率、0と1（1が斜面崩壊）、クラスのいずれかのラスタ。どのプログラムで作成したものでも構いません。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Threshold</source>
        <translation>閾値</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Of a probability raster: a pixel is landslide at or above it. Empty takes the one that the model recommends, which a raster of Scarp states, else 0.5. Polygons and masks need none.</source>
        <translation>確率ラスタの閾値。確率がこの値以上のピクセルを斜面崩壊とします。空欄の場合は、Scarpのラスタに記録されているモデルの推奨値、なければ0.5を使います。ポリゴンとマスクでは不要です。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Reference</source>
        <translation>参照データ</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>What is true: polygons of all landslides; or a label raster of 1 (landslide), 0 (other) and 255 or nodata (unlabelled, left out). It may have another grid and coordinate system.</source>
        <translation>正解とするもの。すべての斜面崩壊のポリゴン、または1（斜面崩壊）、0（その他）、255もしくはnodata（ラベルなし、対象外）のラベルラスタ。グリッドと座標参照系は異なっていても構いません。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Area</source>
        <translation>対象範囲</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Polygons to compare in: where the reference is complete. What lies outside is left out.</source>
        <translation>比較する範囲のポリゴン。参照データが網羅されている範囲を指定します。外側は対象外となります。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Extent</source>
        <translation>領域</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Rectangle to compare in. With an area too, what lies in both.</source>
        <translation>比較する矩形の領域。対象範囲も指定した場合は、両方に含まれる部分。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>What was extracted from, or its probability raster: where it is nodata is left out, as is the black collar of an image that declares no nodata, and the report shows the errors on it. Polygons are compared on its pixels.</source>
        <translation>抽出に使った画像、またはその確率ラスタ。nodataの部分と、nodataが宣言されていない画像の黒い縁は対象外となり、レポートではこの画像の上に誤差を表示します。ポリゴンはこのピクセル上で比較されます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Overlap (%)</source>
        <translation>重なり（%）</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>A landslide is found, or an extracted one right, where the other layer covers this share of it.</source>
        <translation>他方のレイヤがこの割合以上を覆っている場合、斜面崩壊は検出された、または抽出結果は正しいとみなします。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Size classes (m²)</source>
        <translation>規模の階級（m²）</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Limits between the classes of area that the scores by object are also given for, separated by commas. Empty: no classes.</source>
        <translation>オブジェクト単位の評価値を面積の階級別にも求めるための境界値（カンマ区切り）。空欄の場合は階級に分けません。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Resolution (m)</source>
        <translation>解像度（m）</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Size of the pixels, where both layers are polygons. Empty takes those of the image; without one, a tenth of the width of small landslides, or what gives a grid of 100 million pixels. Rasters are compared on their own pixels.</source>
        <translation>両方のレイヤがポリゴンの場合のピクセルサイズ。空欄の場合は画像のピクセルサイズ、画像がなければ小さな斜面崩壊の幅の10分の1、またはグリッドが1億ピクセルになるサイズを使います。ラスタは自身のピクセル上で比較されます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Error map</source>
        <translation>誤差マップ</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>GeoTIFF: 1 correct (green), 2 missed (red), 3 false (blue), 0 right background, 255 not compared.</source>
        <translation>GeoTIFF: 1 正解（緑）、2 見逃し（赤）、3 誤検出（青）、0 正しい背景、255 比較対象外。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Error polygons</source>
        <translation>誤差ポリゴン</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>The same as polygons, with the fields &lt;i&gt;kind&lt;/i&gt; (correct, missed, false) and &lt;i&gt;area_m2&lt;/i&gt; (ellipsoidal).</source>
        <translation>同じ内容のポリゴン。フィールドは&lt;i&gt;kind&lt;/i&gt;（correct、missed、false）と&lt;i&gt;area_m2&lt;/i&gt;（楕円体上の面積）。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>HTML files (*.html)</source>
        <translation>HTMLファイル (*.html)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>All scores and a picture of the errors, as one HTML page.</source>
        <translation>すべての評価値と誤差の図を収めたHTMLページ。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Numbers</source>
        <translation>数値</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>JSON files (*.json)</source>
        <translation>JSONファイル (*.json)</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>All scores as a JSON file, for other programs; what is not defined is null.</source>
        <translation>ほかのプログラム向けに、すべての評価値を収めたJSONファイル。定義できない値はnullになります。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>By pixel. Liu et al. 2021, formula {number}.</source>
        <translation>ピクセル単位。Liu et al. 2021の式{number}。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Precision</source>
        <translation>適合率</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Recall</source>
        <translation>再現率</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Overall accuracy</source>
        <translation>全体精度</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Mean IoU</source>
        <translation>平均IoU</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>IoU of landslide</source>
        <translation>斜面崩壊のIoU</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Correct pixels (TP)</source>
        <translation>正解ピクセル数（TP）</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Landslide, extracted.</source>
        <translation>斜面崩壊であり、抽出されたもの。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>False pixels (FP)</source>
        <translation>誤検出ピクセル数（FP）</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Extracted, but no landslide.</source>
        <translation>抽出されたが、斜面崩壊ではないもの。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Missed pixels (FN)</source>
        <translation>見逃しピクセル数（FN）</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Landslide, but not extracted.</source>
        <translation>斜面崩壊だが、抽出されなかったもの。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Right background pixels (TN)</source>
        <translation>正しい背景のピクセル数（TN）</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Neither.</source>
        <translation>どちらでもないもの。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Correct area (m²)</source>
        <translation>正解の面積（m²）</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Ellipsoidal.</source>
        <translation>楕円体上の面積。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Missed area (m²)</source>
        <translation>見逃しの面積（m²）</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>False area (m²)</source>
        <translation>誤検出の面積（m²）</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Landslides of the reference</source>
        <translation>参照データの斜面崩壊の数</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>In what is compared.</source>
        <translation>比較対象に含まれるもの。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Landslides found</source>
        <translation>検出された斜面崩壊の数</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Those of them that the extraction covers.</source>
        <translation>そのうち抽出結果に覆われているもの。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Extracted landslides</source>
        <translation>抽出した斜面崩壊の数</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Extracted landslides that are right</source>
        <translation>抽出した斜面崩壊のうち正しいものの数</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Those of them that the reference covers.</source>
        <translation>そのうち参照データに覆われているもの。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Precision by object</source>
        <translation>オブジェクト単位の適合率</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Share of the extracted landslides that are right.</source>
        <translation>抽出した斜面崩壊のうち、正しいものの割合。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Recall by object</source>
        <translation>オブジェクト単位の再現率</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Share of the landslides of the reference that are found.</source>
        <translation>参照データの斜面崩壊のうち、検出されたものの割合。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>F1 by object</source>
        <translation>オブジェクト単位のF1</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>Harmonic mean of both.</source>
        <translation>両者の調和平均。</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>&lt;p&gt;Compares extracted landslides with a &lt;b&gt;reference&lt;/b&gt;, such as a visual interpretation or a field inventory: &lt;b&gt;scores&lt;/b&gt; by pixel, by object and by size, and a map of what is correct, missed and false.&lt;/p&gt;&lt;p&gt;By object, landslides are the polygons of a layer, or the connected pixels of a raster. Unlabelled pixels, nodata, and what lies outside the area are left out. A score that is not defined, such as precision where nothing was extracted, is no output. Give an area (or an image): without one, polygons are compared in the rectangle around both layers, on which overall accuracy and mean IoU depend.&lt;/p&gt;</source>
        <translation>&lt;p&gt;抽出した斜面崩壊を、目視判読や現地調査のインベントリなどの&lt;b&gt;参照データ&lt;/b&gt;と比較します。ピクセル単位、オブジェクト単位、規模別の&lt;b&gt;評価値&lt;/b&gt;と、正解、見逃し、誤検出の地図が得られます。&lt;/p&gt;&lt;p&gt;オブジェクト単位では、レイヤの各ポリゴン、またはラスタの連結したピクセルを1つの斜面崩壊とします。ラベルのないピクセル、nodata、対象範囲の外側は除外されます。何も抽出されなかった場合の適合率のように定義できない評価値は出力されません。対象範囲（または画像）を指定してください。指定しないとポリゴンは両レイヤを囲む矩形の中で比較され、全体精度と平均IoUはその矩形に左右されます。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/evaluation_parameters.py"/>
        <source>landslide,landslides,evaluation,accuracy,assessment,validation,precision,recall,f1,iou,miou,confusion matrix,error map,reference,ground truth,inventory,quality,score,metrics</source>
        <translation>landslide,evaluation,precision,recall,f1,iou,miou,confusion matrix,地すべり,斜面崩壊,評価,精度,精度評価,検証,適合率,再現率,混同行列,誤差マップ,参照データ,正解データ,インベントリ,品質,評価値,指標</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>Extract landslides</source>
        <translation>斜面崩壊の抽出</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>Maps landslides in an aerial or satellite image: their probability, and measured polygons.</source>
        <translation>空中写真や衛星画像に写る斜面崩壊の確率と、計測値付きのポリゴンを作成します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>Number of landslides</source>
        <translation>斜面崩壊の数</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>Area of all landslides (m²)</source>
        <translation>斜面崩壊の総面積（m²）</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>Threshold used</source>
        <translation>使用した閾値</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>{scene} – classes</source>
        <translation>{scene} – クラス</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>{scene} – landslide probability</source>
        <translation>{scene} – 斜面崩壊の確率</translation>
    </message>
    <message>
        <location filename="../../algorithms/extract_landslides.py"/>
        <source>{scene} – landslides</source>
        <translation>{scene} – 斜面崩壊</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Aerial, drone or satellite image taken after the event: any raster that is read through GDAL, of any size. Red, green and blue are found by themselves where the file names them.</source>
        <translation>イベント後に撮影された空中写真、ドローン画像、衛星画像。GDALで読み込めるラスタであれば、大きさは問いません。ファイルにバンド名があれば、赤、緑、青は自動で判断されます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>&lt;i&gt;auto&lt;/i&gt; takes the bundled model that was made for the image's ground resolution and gives each pixel a probability. A model of instances, such as &lt;i&gt;maskrcnn&lt;/i&gt;, finds landslides one by one and keeps those that touch apart. &lt;i&gt;both&lt;/i&gt;, where &lt;i&gt;unet&lt;/i&gt; and &lt;i&gt;maskrcnn&lt;/i&gt; are there, takes the mean of their probabilities and keeps those apart that &lt;i&gt;maskrcnn&lt;/i&gt; does; it is the best and the slowest. &lt;i&gt;Install a model&lt;/i&gt; puts others into this list, and models of your own.</source>
        <translation>&lt;i&gt;auto&lt;/i&gt;では、画像の地上解像度に合った同梱モデルを使い、各ピクセルの確率を求めます。&lt;i&gt;maskrcnn&lt;/i&gt;などのインスタンスモデルは斜面崩壊を1つずつ検出し、接しているものも区別します。&lt;i&gt;both&lt;/i&gt;は&lt;i&gt;unet&lt;/i&gt;と&lt;i&gt;maskrcnn&lt;/i&gt;がある場合に両者の確率の平均を取り、&lt;i&gt;maskrcnn&lt;/i&gt;と同じように接しているものを区別します。精度は最も高く、処理は最も遅くなります。&lt;i&gt;モデルのインストール&lt;/i&gt;で追加したモデルや自作のモデルも、この一覧に表示されます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Polygons to work in. Only what lies in them is worked on, so a small area is done soon; outside, the probability is nodata.</source>
        <translation>処理する範囲のポリゴン。その内側だけを処理するため、狭い範囲であればすぐに終わります。外側の確率はnodataになります。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Rectangle to work in. With an area too, what lies in both.</source>
        <translation>処理する矩形の領域。対象範囲も指定した場合は、両方に含まれる部分。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>A pixel is landslide where its probability is the threshold or more. &lt;i&gt;recommended&lt;/i&gt;: the value at which the model did best when it was made; &lt;i&gt;otsu&lt;/i&gt;: the value that parts this image's probabilities best in two; &lt;i&gt;fixed&lt;/i&gt;: the value below.</source>
        <translation>確率が閾値以上のピクセルを斜面崩壊とします。&lt;i&gt;recommended&lt;/i&gt;: モデルの作成時に最も成績が良かった値。&lt;i&gt;otsu&lt;/i&gt;: この画像の確率を最もよく二分する値。&lt;i&gt;fixed&lt;/i&gt;: 下で指定する値。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Fixed threshold</source>
        <translation>固定閾値</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>0 to 1, for &lt;i&gt;fixed&lt;/i&gt;. A higher one finds fewer landslides and fewer false ones.</source>
        <translation>&lt;i&gt;fixed&lt;/i&gt;で使う0～1の値。大きくすると検出される斜面崩壊が減り、誤検出も減ります。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Smallest score</source>
        <translation>最小スコア</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>For models of instances, 0 to 1: how sure the model must be of a landslide to take it. A higher one finds fewer landslides and fewer false ones. Empty takes the model's own. A pixel's probability is the score times that of the outline, so a score below the threshold finds nothing more.</source>
        <translation>インスタンスモデルで使う0～1の値。モデルの確信度がこの値以上の斜面崩壊を採用します。大きくすると検出される斜面崩壊が減り、誤検出も減ります。空欄の場合はモデル自身の値を使います。ピクセルの確率はスコアと輪郭の確率の積なので、閾値より小さいスコアを指定しても検出は増えません。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Smallest landslide (m²)</source>
        <translation>最小の斜面崩壊（m²）</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Smaller ones are left out; of a landslide that a model of instances finds in several parts, smaller parts too. 0 keeps all.</source>
        <translation>これより小さいものは除外します。インスタンスモデルが複数の部分に分けて検出した斜面崩壊では、小さな部分も除外します。0ではすべて残します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Smallest hole (m²)</source>
        <translation>最小の穴（m²）</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Smaller holes in a landslide are filled. 0 keeps all.</source>
        <translation>斜面崩壊の中にあるこれより小さい穴を埋めます。0ではすべて残します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Simplify outlines by (m)</source>
        <translation>輪郭の簡素化（m）</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>How far an outline may leave the pixel edges to become smoother. 0 follows them exactly. Landslides that touch may then overlap by as much.</source>
        <translation>輪郭を滑らかにするために、ピクセルの縁から離れてよい距離。0ではピクセルの縁に正確に沿います。接している斜面崩壊は、この距離だけ重なることがあります。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Elevation model</source>
        <translation>標高モデル</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Heights in metres. With it, each landslide gets its mean slope, highest and lowest point and relief.</source>
        <translation>標高（メートル単位）。指定すると、各斜面崩壊の平均傾斜、最高点、最低点、比高を求めます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Model file</source>
        <translation>モデルファイル</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>A model as an .onnx file, made by Scarp or for Deepness. Goes before the model chosen above.</source>
        <translation>ScarpまたはDeepness用に作成された.onnxファイルのモデル。上で選んだモデルより優先されます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>The image's bands in the model's order, for most models red, green, blue. Empty finds them by their names and colours, else takes the first ones.</source>
        <translation>モデルの順序に合わせた画像のバンド。多くのモデルでは赤、緑、青の順です。空欄の場合は名前と色から判断し、判断できなければ先頭のバンドから使います。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Working ground resolution (m)</source>
        <translation>処理時の地上解像度（m）</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Size of the pixels that are worked on. Empty takes the image's own, or the nearest that the model was made for: a drone image of 5 cm is read coarser, and takes no longer than its landslides need.</source>
        <translation>処理するピクセルのサイズ。空欄の場合は画像自身の値、またはモデルの対象に最も近い値を使います。5 cmのドローン画像は粗くして読み込むため、斜面崩壊の抽出に必要な以上の時間はかかりません。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Darkest value</source>
        <translation>最も暗い値</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Pixel value that the model is to see as black. Empty: 8-bit images are taken as they are, others from the 2nd percentile of the image.</source>
        <translation>モデルに黒として見せるピクセル値。空欄の場合、8ビット画像はそのまま、それ以外は画像の2パーセンタイルからとします。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Brightest value</source>
        <translation>最も明るい値</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Pixel value that the model is to see as white. Empty: as they are, or to the 98th percentile. Set both to treat several images of one sensor alike.</source>
        <translation>モデルに白として見せるピクセル値。空欄の場合はそのまま、または98パーセンタイルまでとします。同じセンサの複数の画像を同様に扱うには、両方を設定してください。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Pixels joined</source>
        <translation>連結するピクセル</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>&lt;i&gt;4&lt;/i&gt;: pixels that share an edge are one landslide; &lt;i&gt;8&lt;/i&gt;: also those that share a corner. With a model of instances, &lt;i&gt;Extract landslides&lt;/i&gt; goes by what the model says.</source>
        <translation>&lt;i&gt;4&lt;/i&gt;: 辺を共有するピクセルを1つの斜面崩壊とします。&lt;i&gt;8&lt;/i&gt;: 角を共有するピクセルも含めます。インスタンスモデルの場合、&lt;i&gt;斜面崩壊の抽出&lt;/i&gt;ではモデルの判定に従います。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Other classes veto landslides</source>
        <translation>ほかのクラスで斜面崩壊を打ち消す</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>For models that also know cloud, road, water and the like: where another class (background is none) is more probable than landslide, the landslide's probability is lowered to below the threshold, by as much as the other class is above it. Another threshold tried later asks for a greater lead over the other classes, or forgives a small one of theirs. With &lt;i&gt;otsu&lt;/i&gt;, the model's own threshold counts here. Models of one class and models of instances have nothing to veto.</source>
        <translation>雲、道路、水域なども識別するモデル向け。（背景以外の）ほかのクラスの確率が斜面崩壊を上回る場所では、その差の分だけ、斜面崩壊の確率を閾値より低くします。後で別の閾値を試すと、閾値が高ければほかのクラスとのより大きな差を求め、低ければほかのクラスのわずかな優位を許容することになります。&lt;i&gt;otsu&lt;/i&gt;の場合、ここではモデル自身の閾値を使います。1クラスのモデルとインスタンスモデルには、打ち消すものがありません。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Overlap of tiles (%)</source>
        <translation>タイルの重なり（%）</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>The image is worked on in overlapping tiles, which are blended; what models of instances find of a landslide in several tiles is merged by what they overlap in, so with 0 it is not. More is smoother and slower. Empty takes {semantic:g}, for models of instances {instance:g}.</source>
        <translation>画像は重なり合うタイルに分けて処理され、結果は滑らかに合成されます。インスタンスモデルが複数のタイルで検出した斜面崩壊は重なる部分に基づいて統合されるため、0では統合されません。大きくすると滑らかになりますが、遅くなります。空欄の場合は{semantic:g}、インスタンスモデルでは{instance:g}とします。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Tiles at once</source>
        <translation>同時に処理するタイル数</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>0 suits the device. Fewer need less memory. Models of instances take one.</source>
        <translation>0ではデバイスに合わせます。少なくすると必要なメモリが減ります。インスタンスモデルでは1つずつ処理します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>&lt;i&gt;auto&lt;/i&gt; uses an NVIDIA graphics card where it works. The log says what was used.</source>
        <translation>&lt;i&gt;auto&lt;/i&gt;では、NVIDIA製グラフィックカードが使える場合はそれを使います。使用したデバイスはログに示されます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Landslide probability</source>
        <translation>斜面崩壊の確率</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>GeoTIFF of 0 to 1 (stored as 0 to 100 per cent, nodata 255), so that another threshold needs no second run of the model. (It does with a model of instances: the raster does not tell landslides that touch apart.) Its style lies beside it.</source>
        <translation>0～1のGeoTIFF（0～100パーセントとして格納、nodataは255）。別の閾値を試すときに、モデルを再実行する必要がありません（インスタンスモデルの場合は必要です。接している斜面崩壊をラスタでは区別できないためです）。スタイルはファイルと同じ場所に保存されます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Classes</source>
        <translation>クラス</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>GeoTIFF of the class that is most probable at each pixel, of those at or above the threshold: 1, 2 and so on in the model's order (of equals the first), 0 none, 255 nodata, with names and colours. The threshold of the landslides holds for all classes. No veto is applied. Models of instances have none.</source>
        <translation>閾値以上のクラスのうち、各ピクセルで最も確率が高いクラスのGeoTIFF。モデルの順に1、2、…（等しい場合は先のもの）、0はなし、255はnodataで、名前と色が付きます。斜面崩壊の閾値をすべてのクラスに適用します。打ち消しは適用されません。インスタンスモデルでは作成されません。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Polygons with area, perimeter, length, width, elongation, orientation, mean and highest probability, position, model, threshold and image; with an elevation model also slope and relief; with a model of instances also the score (empty where only the other of both models finds it). Areas and lengths are ellipsoidal.</source>
        <translation>面積、周長、長さ、幅、伸長度、方向、確率の平均と最大、位置、モデル、閾値、画像を持つポリゴン。標高モデルがあれば傾斜と比高、インスタンスモデルではスコア（2つのモデルのうち他方だけが検出したものは空）も含みます。面積と長さは楕円体上の値です。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>&lt;p&gt;Finds landslides in an aerial, drone or satellite image with a neural network. It gives the &lt;b&gt;probability&lt;/b&gt; of a landslide at every pixel, and the &lt;b&gt;landslides&lt;/b&gt; as measured polygons where the probability reaches a threshold.&lt;/p&gt;&lt;p&gt;Nodata stays nodata. The image may be larger than memory. What was chosen for you (bands, values, resolution, device, threshold) is in the log. A run that fails or is cancelled leaves nothing behind.&lt;/p&gt;</source>
        <translation>&lt;p&gt;ニューラルネットワークで、空中写真、ドローン画像、衛星画像から斜面崩壊を検出します。各ピクセルの斜面崩壊の&lt;b&gt;確率&lt;/b&gt;と、確率が閾値以上となる&lt;b&gt;斜面崩壊&lt;/b&gt;の計測値付きポリゴンが得られます。&lt;/p&gt;&lt;p&gt;nodataはnodataのままです。メモリより大きな画像も処理できます。自動で選ばれたもの（バンド、値、解像度、デバイス、閾値）はログに示されます。失敗した場合やキャンセルした場合は、何も残りません。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>How many there are; each is a feature of the layer.</source>
        <translation>斜面崩壊の数。それぞれがレイヤの1つの地物です。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>Their area together, in square metres.</source>
        <translation>面積の合計（平方メートル）。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>The probability from which a pixel is landslide.</source>
        <translation>この確率以上のピクセルを斜面崩壊とします。</translation>
    </message>
    <message>
        <location filename="../../algorithms/extraction_parameters.py"/>
        <source>landslide,landslides,mass movement,debris flow,rockfall,slope,scarp,inventory,mapping,detection,extraction,segmentation,semantic,instance,classification,deep learning,machine learning,neural network,ai,unet,u-net,mask r-cnn,maskrcnn,onnx,probability,hazard,disaster,earthquake,rainfall,event,remote sensing,aerial,drone,uav,satellite,sentinel</source>
        <translation>landslide,segmentation,deep learning,ai,unet,u-net,mask r-cnn,maskrcnn,onnx,uav,sentinel,地すべり,斜面崩壊,山崩れ,がけ崩れ,土砂崩れ,土砂災害,土石流,落石,崩壊地,斜面,滑落崖,インベントリ,地図化,マッピング,検出,抽出,セグメンテーション,インスタンス,分類,深層学習,ディープラーニング,機械学習,ニューラルネットワーク,人工知能,確率,ハザード,災害,地震,豪雨,イベント,リモートセンシング,空中写真,ドローン,無人航空機,衛星,衛星画像</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Install a model</source>
        <translation>モデルのインストール</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Puts a model, from a file or an address, into the list of Extract landslides.</source>
        <translation>ファイルまたはアドレスのモデルを「斜面崩壊の抽出」の一覧に追加します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>install,model,onnx,download,fetch,add,weights,network,mask r-cnn,maskrcnn,sha256,checksum,offline</source>
        <translation>install,model,onnx,download,mask r-cnn,maskrcnn,sha256,インストール,モデル,ダウンロード,取得,追加,重み,ネットワーク,チェックサム,オフライン</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>&lt;p&gt;Puts a model into the folder &lt;i&gt;scarp/models&lt;/i&gt; of your QGIS profile. &lt;i&gt;Extract landslides&lt;/i&gt; then lists it by its name. Give either a file or an address.&lt;/p&gt;&lt;p&gt;The model is put in place when it is complete, has the SHA-256 that was given, and says how it is to be used (the metadata of Scarp or Deepness). A run that fails or is cancelled leaves what was there before. What is fetched goes through QGIS's network settings, proxy and certificates included.&lt;/p&gt;</source>
        <translation>&lt;p&gt;モデルをQGISプロファイルの&lt;i&gt;scarp/models&lt;/i&gt;フォルダに配置します。&lt;i&gt;斜面崩壊の抽出&lt;/i&gt;では、そのモデルが名前で一覧に表示されます。ファイルとアドレスのどちらかを指定してください。&lt;/p&gt;&lt;p&gt;モデルは、完全であり、指定したSHA-256と一致し、使い方の情報（ScarpまたはDeepnessのメタデータ）を持つ場合に配置されます。失敗した場合やキャンセルした場合は、以前のものがそのまま残ります。ダウンロードには、プロキシと証明書を含むQGISのネットワーク設定を使います。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>The file among your models.</source>
        <translation>モデルのフォルダに置かれたファイル。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>By which &lt;i&gt;Extract landslides&lt;/i&gt; lists it.</source>
        <translation>&lt;i&gt;斜面崩壊の抽出&lt;/i&gt;の一覧に表示される名前。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Authentication</source>
        <translation>認証</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>A model on this computer, an .onnx file made by Scarp or for Deepness. It is copied.</source>
        <translation>このコンピュータにあるモデル。ScarpまたはDeepness用に作成された.onnxファイルで、コピーして使います。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Or address of the model</source>
        <translation>またはモデルのアドレス</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Where it is fetched from: https://, http:// or file://. Needs the SHA-256.</source>
        <translation>モデルの取得元（https://、http://、file://）。SHA-256が必要です。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>The fingerprint that stands where the model is offered: 64 digits, or a line that &lt;i&gt;sha256sum&lt;/i&gt; writes. A file of another fingerprint is refused. May be left out for a file on this computer.</source>
        <translation>モデルの提供元に記載されている64桁のフィンガープリント、または&lt;i&gt;sha256sum&lt;/i&gt;が出力する行。フィンガープリントが異なるファイルは拒否されます。このコンピュータにあるファイルでは省略できます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Name of the model</source>
        <translation>モデルの名前</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>By which &lt;i&gt;Extract landslides&lt;/i&gt; lists it. Empty takes the file's name without its ending.</source>
        <translation>&lt;i&gt;斜面崩壊の抽出&lt;/i&gt;の一覧に表示される名前。空欄の場合は、ファイル名から拡張子を除いたものを使います。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Replace a model of that name</source>
        <translation>同じ名前のモデルを置き換える</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>Unless this is set, another model of that name stays, and this one is not installed.</source>
        <translation>オフの場合、同じ名前の別のモデルがあればそれを残し、このモデルはインストールしません。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_model.py"/>
        <source>One of the authentications that QGIS keeps, for an address that asks for one.</source>
        <translation>認証を必要とするアドレスで使う、QGISに保存されている認証設定。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Install packages</source>
        <translation>パッケージのインストール</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Installs what QGIS does not bring: ONNX Runtime for extraction, PyTorch for training.</source>
        <translation>QGISに含まれていないもの（抽出用のONNX Runtime、学習用のPyTorch）をインストールします。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>install,packages,pip,python,dependencies,onnxruntime,pytorch,torch,cuda,gpu,environment,setup,offline</source>
        <translation>install,packages,pip,python,onnxruntime,pytorch,torch,cuda,gpu,インストール,パッケージ,依存関係,環境,セットアップ,オフライン</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>&lt;p&gt;Installs the packages that Scarp needs beyond QGIS into an environment of its own in your QGIS profile. QGIS's own Python packages, &lt;b&gt;NumPy&lt;/b&gt; and &lt;b&gt;GDAL&lt;/b&gt; among them, are used as they are and never replaced.&lt;/p&gt;&lt;p&gt;The packages are put in place when all of them load; a run that fails or is cancelled leaves what was there before. The proxy and pip's own settings are those of QGIS and of your user.&lt;/p&gt;</source>
        <translation>&lt;p&gt;QGISに含まれていない、Scarpに必要なパッケージを、QGISプロファイル内の専用の環境にインストールします。&lt;b&gt;NumPy&lt;/b&gt;や&lt;b&gt;GDAL&lt;/b&gt;など、QGIS自身のPythonパッケージはそのまま使い、置き換えることはありません。&lt;/p&gt;&lt;p&gt;パッケージは、すべてを読み込めることを確認したうえで配置されます。失敗した場合やキャンセルした場合は、以前のものがそのまま残ります。プロキシとpipの設定は、QGISとユーザのものを使います。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Where the packages are.</source>
        <translation>パッケージの保存場所。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>What is installed, with QGIS's NumPy and GDAL: name and version, one a line.</source>
        <translation>インストールされているパッケージ（QGISのNumPyとGDALを含む）の名前とバージョン。1行に1つ。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Folder of wheels</source>
        <translation>wheelのフォルダ</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Package index</source>
        <translation>パッケージインデックス</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Packages for</source>
        <translation>パッケージの用途</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>&lt;i&gt;extraction&lt;/i&gt;: ONNX Runtime, and matplotlib for charts; less than 0.3 GB, with CUDA about 2 GB. &lt;i&gt;training&lt;/i&gt;: also PyTorch; 1 to 7 GB.</source>
        <translation>&lt;i&gt;extraction&lt;/i&gt;: ONNX Runtimeと、グラフ用のmatplotlib。0.3 GB未満、CUDA版では約2 GB。&lt;i&gt;training&lt;/i&gt;: さらにPyTorch。1～7 GB。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>&lt;i&gt;auto&lt;/i&gt; takes the builds for CUDA where there is an NVIDIA card, and those for the CPU elsewhere. The builds for CUDA run on the CPU too.</source>
        <translation>&lt;i&gt;auto&lt;/i&gt;では、NVIDIA製カードがある場合はCUDA版、ない場合はCPU版を使います。CUDA版はCPUでも動作します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>For computers without a network: a folder of wheels (.whl) to install from. If some are missing, the message gives the command that fetches them elsewhere.</source>
        <translation>ネットワークに接続していないコンピュータ向け。インストールに使うwheel（.whl）のフォルダ。不足しているものがあれば、別のコンピュータで取得するためのコマンドがメッセージに示されます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Address of a package index, asked instead of the one that pip is configured to (pypi.org unless pip.conf or PIP_INDEX_URL say otherwise). One of PyTorch's, https://download.pytorch.org/whl/..., is used for PyTorch only; without it, the one for the device is chosen.</source>
        <translation>pipに設定されているもの（pip.confまたはPIP_INDEX_URLで指定がなければpypi.org）の代わりに使うパッケージインデックスのアドレス。PyTorchのインデックス（https://download.pytorch.org/whl/...）はPyTorchにのみ使われます。指定しない場合は、デバイスに合ったものが選ばれます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Folder of the packages</source>
        <translation>パッケージのフォルダ</translation>
    </message>
    <message>
        <location filename="../../algorithms/install_packages.py"/>
        <source>Versions</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Polygons: those of Extract landslides, or any others. A multipolygon is one landslide. Areas are measured from the outlines, which are repaired where they cross themselves; fields are not needed.</source>
        <translation>ポリゴン。「斜面崩壊の抽出」の結果、またはそれ以外のもの。マルチポリゴンは1つの斜面崩壊とします。面積は輪郭から計測し、自己交差がある場合は修復します。フィールドは不要です。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Mapped area</source>
        <translation>判読範囲</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Polygons in which landslides were looked for. The density is of this area, and only landslides whose centroid lies in it are in the statistics. Without area, extent and image, it is of the convex hull of the landslides.</source>
        <translation>斜面崩壊を調べた範囲のポリゴン。密度はこの範囲について求め、重心がこの範囲にある斜面崩壊だけを統計の対象とします。判読範囲、領域、画像のいずれもない場合は、斜面崩壊の凸包を範囲とします。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Rectangle in which landslides were looked for. With an area too, what lies in both.</source>
        <translation>斜面崩壊を調べた矩形の領域。判読範囲も指定した場合は、両方に含まれる部分。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>What the landslides were mapped from: where it is not nodata is the mapped area. With an area or extent too, what lies in both.</source>
        <translation>斜面崩壊の判読に使った画像。nodataでない部分を判読範囲とします。判読範囲や領域も指定した場合は、両方に含まれる部分。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Heights in metres, for the slope and aspect of the landslides. It may have any ground resolution and coordinate system.</source>
        <translation>斜面崩壊の傾斜と傾斜方位を求めるための標高（メートル単位）。地上解像度と座標参照系は問いません。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Limits between classes of area, separated by commas, such as 100, 1000, 10000. Empty takes the powers of ten.</source>
        <translation>面積の階級の境界値（カンマ区切り）。例: 100, 1000, 10000。空欄の場合は10のべき乗とします。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Samples for the p-value</source>
        <translation>p値のための標本数</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Random samples by which it is told whether the tail is a power law at all; 100 give the p-value to about 0.05, 2500 to 0.01. 0 for none, which is faster.</source>
        <translation>裾がべき乗則に従うかどうかを判定するための無作為標本の数。p値の誤差は100で約0.05、2500で約0.01です。0では判定を行わず、速くなります。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Statistics and charts as one HTML page that needs nothing else.</source>
        <translation>統計とグラフを収めたHTMLページ。ほかのファイルは不要です。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>CSV files (*.csv)</source>
        <translation>CSVファイル (*.csv)</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>A row for each size class and one for all landslides, for a spreadsheet: number, area, shares, density and frequency density.</source>
        <translation>規模の階級ごとに1行と、全体で1行の、表計算ソフト向けの表。数、面積、割合、密度、頻度密度。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>In the mapped area.</source>
        <translation>判読範囲内の数。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Total area (m²)</source>
        <translation>総面積（m²）</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Ellipsoidal, of all landslides together.</source>
        <translation>すべての斜面崩壊を合わせた楕円体上の面積。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Largest area (m²)</source>
        <translation>最大面積（m²）</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Of one landslide.</source>
        <translation>1つの斜面崩壊の面積。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Landslides per km²</source>
        <translation>1 km²あたりの斜面崩壊の数</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Of the mapped area.</source>
        <translation>判読範囲についての値。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Share of the area</source>
        <translation>面積率</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Area of the landslides in the mapped area, 0 to 1.</source>
        <translation>判読範囲に占める斜面崩壊の面積の割合（0～1）。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Exponent of the tail</source>
        <translation>裾の指数</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>The frequency density of large landslides falls with this power of their area. Clauset et al. 2009.</source>
        <translation>大きな斜面崩壊の頻度密度は、面積のこのべき乗で減少します。Clauset et al. 2009。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Standard error of the exponent</source>
        <translation>指数の標準誤差</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Of the fit.</source>
        <translation>当てはめの標準誤差。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Smallest area of the tail (m²)</source>
        <translation>裾の最小面積（m²）</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>From here on the power law holds.</source>
        <translation>これ以上の面積でべき乗則が成り立ちます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>Rollover (m²)</source>
        <translation>ロールオーバー（m²）</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>The most frequent area. Malamud et al. 2004.</source>
        <translation>最も頻度の高い面積。Malamud et al. 2004。</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>&lt;p&gt;Describes an inventory of landslides: their &lt;b&gt;number, area and density&lt;/b&gt;; how frequent which area is, on logarithmic axes, with the fitted &lt;b&gt;power-law tail&lt;/b&gt; and &lt;b&gt;rollover&lt;/b&gt;; classes of size; and with an elevation model &lt;b&gt;slope&lt;/b&gt; and a &lt;b&gt;rose of aspects&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;Tail and rollover are fitted by maximum likelihood to 50 landslides or more. What cannot be told is no output, and the report says why. To describe some of the landslides, select them, and tick &lt;i&gt;Selected features only&lt;/i&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;斜面崩壊のインベントリを記述します。&lt;b&gt;数、面積、密度&lt;/b&gt;、両対数グラフで表した面積の頻度分布とそれに当てはめた&lt;b&gt;べき乗則の裾&lt;/b&gt;と&lt;b&gt;ロールオーバー&lt;/b&gt;、規模の階級、標高モデルがあれば&lt;b&gt;傾斜&lt;/b&gt;と&lt;b&gt;傾斜方位のローズ図&lt;/b&gt;を示します。&lt;/p&gt;&lt;p&gt;裾とロールオーバーは、斜面崩壊が50以上ある場合に最尤法で当てはめます。求められないものは出力されず、その理由がレポートに示されます。一部の斜面崩壊だけを対象とするには、それらを選択し、&lt;i&gt;選択した地物のみ&lt;/i&gt;にチェックを入れてください。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_parameters.py"/>
        <source>landslide,landslides,inventory,statistics,report,area,density,size distribution,frequency,magnitude,power law,rollover,inverse gamma,slope,aspect,rose,histogram</source>
        <translation>landslide,inventory,power law,rollover,inverse gamma,地すべり,斜面崩壊,インベントリ,統計,レポート,面積,密度,規模分布,頻度,規模,べき乗則,べき分布,ロールオーバー,逆ガンマ分布,傾斜,傾斜方位,ローズ図,ヒストグラム</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_report.py"/>
        <source>Inventory report</source>
        <translation>インベントリレポート</translation>
    </message>
    <message>
        <location filename="../../algorithms/inventory_report.py"/>
        <source>Describes an inventory of landslides: number, areas, density, size distribution and aspect.</source>
        <translation>斜面崩壊のインベントリについて、数、面積、密度、規模分布、傾斜方位を記述します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>The image that the ROIs were drawn on. The labels get its pixels; where it is nodata, nothing is labelled.</source>
        <translation>ROIを描いた画像。ラベルはこの画像のピクセルに合わせて作成され、nodataの部分にはラベルが付きません。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>ROIs</source>
        <translation>ROI</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Layers of polygons, in any coordinate system; edits that are not saved yet count too. Without a class field all are landslide, but for layers that are named as background.</source>
        <translation>ポリゴンレイヤ（座標参照系は問いません）。未保存の編集内容も対象になります。クラスのフィールドがない場合、背景の名前が付いたレイヤを除き、すべて斜面崩壊とします。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Class field</source>
        <translation>クラスのフィールド</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Name of the field that holds the class: &lt;i&gt;landslide&lt;/i&gt; or 1, &lt;i&gt;background&lt;/i&gt; or 0, or other classes such as &lt;i&gt;river&lt;/i&gt;. A value map is understood. Empty: all ROIs are landslide.</source>
        <translation>クラスを持つフィールドの名前。値は&lt;i&gt;landslide&lt;/i&gt;または1、&lt;i&gt;background&lt;/i&gt;または0、あるいは&lt;i&gt;river&lt;/i&gt;などのほかのクラス。バリューマップにも対応しています。空欄の場合は、すべてのROIを斜面崩壊とします。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>What no ROI covers</source>
        <translation>ROIに覆われていない部分</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>&lt;i&gt;background&lt;/i&gt;: you have drawn every landslide, so all else is none; &lt;i&gt;unlabelled&lt;/i&gt;: it is not known, and left out. &lt;i&gt;auto&lt;/i&gt;: unlabelled if there are ROIs of background, else background.</source>
        <translation>&lt;i&gt;background&lt;/i&gt;: すべての斜面崩壊を描いた場合で、残りはすべて斜面崩壊ではないとします。&lt;i&gt;unlabelled&lt;/i&gt;: 不明として除外します。&lt;i&gt;auto&lt;/i&gt;: 背景のROIがあればunlabelled、なければbackgroundとします。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Names of background</source>
        <translation>背景の名前</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Values of the class field that mean background, with commas between them. &lt;i&gt;background&lt;/i&gt; always does.</source>
        <translation>クラスのフィールドのうち、背景を意味する値（カンマ区切り）。&lt;i&gt;background&lt;/i&gt;は常に背景とします。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Names of the classes in the order of their numbers, with commas between them, so that several images get the same numbers. Landslide is always 1. Empty: by the alphabet.</source>
        <translation>番号順に並べたクラスの名前（カンマ区切り）。複数の画像で同じ番号を使うために指定します。斜面崩壊は常に1です。空欄の場合はアルファベット順とします。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Bands of the image that the label raster gets. Empty: all but alpha.</source>
        <translation>ラベルラスタに含める画像のバンド。空欄の場合はアルファ以外のすべてのバンド。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Labels</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>GeoTIFF of one Byte band with the labels alone, in the colours of the classes. Its style lies beside it.</source>
        <translation>ラベルだけを1つのByteバンドに収めたGeoTIFF。クラスの色が付きます。スタイルはファイルと同じ場所に保存されます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Label raster</source>
        <translation>ラベルラスタ</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>GeoTIFF of the image's bands, as they are, and the labels as last band, to train on here or elsewhere.</source>
        <translation>画像のバンドをそのまま収め、最後のバンドにラベルを加えたGeoTIFF。Scarpやほかのソフトウェアでの学習に使えます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>&lt;p&gt;Turns ROIs – polygons that you have drawn on landslides and, if you like, on what is none – into &lt;b&gt;labels&lt;/b&gt; on the image's own pixels, and into a &lt;b&gt;label raster&lt;/b&gt;: the image with the labels as its last band, which is described &lt;i&gt;mask&lt;/i&gt;.&lt;/p&gt;&lt;p&gt;0 is background, 1 landslide, 2 and above other classes; 255 is unlabelled, which training and scores leave out, as they do with nodata. A pixel belongs to an ROI if its centre does. Where ROIs of several classes overlap, landslide goes before the others, and background comes last.&lt;/p&gt;</source>
        <translation>&lt;p&gt;ROI（斜面崩壊と、必要に応じて斜面崩壊でない場所に描いたポリゴン）を、画像のピクセルに合わせた&lt;b&gt;ラベル&lt;/b&gt;と、画像の最後のバンドにラベルを加えた&lt;b&gt;ラベルラスタ&lt;/b&gt;に変換します。最後のバンドの説明は&lt;i&gt;mask&lt;/i&gt;です。&lt;/p&gt;&lt;p&gt;0は背景、1は斜面崩壊、2以上はほかのクラスです。255はラベルなしで、nodataと同様に、学習と評価の対象外となります。ピクセルは、その中心を含むROIに属します。複数のクラスのROIが重なる場合は斜面崩壊を最優先、背景を最後とします。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>How many pixels are landslide.</source>
        <translation>斜面崩壊のピクセルの数。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>Pixels of each class by its name, as JSON.</source>
        <translation>クラス名ごとのピクセル数（JSON）。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>How many are background.</source>
        <translation>背景のピクセルの数。</translation>
    </message>
    <message>
        <location filename="../../algorithms/label_raster_parameters.py"/>
        <source>How many are unlabelled or nodata.</source>
        <translation>ラベルなし、またはnodataのピクセルの数。</translation>
    </message>
    <message>
        <location filename="../../algorithms/list_models.py"/>
        <source>List models</source>
        <translation>モデルの一覧</translation>
    </message>
    <message>
        <location filename="../../algorithms/list_models.py"/>
        <source>Says which models can be chosen, and what each was made with and for.</source>
        <translation>選択できるモデルと、それぞれの作成方法や対象を示します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/list_models.py"/>
        <source>list,models,model,card,onnx,scores,classes,bands,resolution,threshold,installed,bundled,json</source>
        <translation>list,models,onnx,json,一覧,リスト,モデル,モデルカード,評価値,クラス,バンド,解像度,閾値,インストール済み,同梱</translation>
    </message>
    <message>
        <location filename="../../algorithms/list_models.py"/>
        <source>&lt;p&gt;Lists the models that &lt;i&gt;Extract landslides&lt;/i&gt; can be run with: those that come with Scarp, and your own, which &lt;i&gt;Train a model&lt;/i&gt; and &lt;i&gt;Install a model&lt;/i&gt; have put into the folder &lt;i&gt;scarp/models&lt;/i&gt; of your QGIS profile. Only what the files state about themselves is read, and no package is needed.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;i&gt;斜面崩壊の抽出&lt;/i&gt;で使えるモデルを一覧にします。Scarpに同梱のモデルと、&lt;i&gt;モデルの学習&lt;/i&gt;や&lt;i&gt;モデルのインストール&lt;/i&gt;でQGISプロファイルの&lt;i&gt;scarp/models&lt;/i&gt;フォルダに配置した自分のモデルが対象です。ファイル自身に記録された情報だけを読み込むため、パッケージは不要です。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/list_models.py"/>
        <source>A JSON list with an object for each model: &lt;i&gt;name&lt;/i&gt;, &lt;i&gt;path&lt;/i&gt;, &lt;i&gt;bundled&lt;/i&gt;, &lt;i&gt;size_bytes&lt;/i&gt;, &lt;i&gt;card&lt;/i&gt; (a file that says more; may be empty) and &lt;i&gt;error&lt;/i&gt; (why it cannot be used; empty where it can), and, unless there is an error, &lt;i&gt;kind&lt;/i&gt;, &lt;i&gt;network&lt;/i&gt;, &lt;i&gt;classes&lt;/i&gt;, &lt;i&gt;bands&lt;/i&gt;, &lt;i&gt;resolution_m&lt;/i&gt;, &lt;i&gt;tile_size&lt;/i&gt;, &lt;i&gt;threshold&lt;/i&gt;, &lt;i&gt;score&lt;/i&gt;, &lt;i&gt;training&lt;/i&gt;, &lt;i&gt;scores&lt;/i&gt; and &lt;i&gt;version&lt;/i&gt;.</source>
        <translation>モデルごとに1つのオブジェクトを持つJSONのリスト: &lt;i&gt;name&lt;/i&gt;、&lt;i&gt;path&lt;/i&gt;、&lt;i&gt;bundled&lt;/i&gt;、&lt;i&gt;size_bytes&lt;/i&gt;、&lt;i&gt;card&lt;/i&gt;（詳しい説明のファイル。空の場合もあります）、&lt;i&gt;error&lt;/i&gt;（使用できない理由。使用できる場合は空）。エラーがなければ、&lt;i&gt;kind&lt;/i&gt;、&lt;i&gt;network&lt;/i&gt;、&lt;i&gt;classes&lt;/i&gt;、&lt;i&gt;bands&lt;/i&gt;、&lt;i&gt;resolution_m&lt;/i&gt;、&lt;i&gt;tile_size&lt;/i&gt;、&lt;i&gt;threshold&lt;/i&gt;、&lt;i&gt;score&lt;/i&gt;、&lt;i&gt;training&lt;/i&gt;、&lt;i&gt;scores&lt;/i&gt;、&lt;i&gt;version&lt;/i&gt;も含みます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/list_models.py"/>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Polygons after the event: those of Extract landslides, or any others. They may overlap.</source>
        <translation>イベント後のポリゴン。「斜面崩壊の抽出」の結果、またはそれ以外のもの。重なりがあっても構いません。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Image before the event</source>
        <translation>イベント前の画像</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>May have another ground resolution, grid and coordinate system than the image after the event. The model is run on it around the landslides only.</source>
        <translation>地上解像度、グリッド、座標参照系は、イベント後の画像と異なっていても構いません。モデルは斜面崩壊の周辺だけで実行されます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Image after the event</source>
        <translation>イベント後の画像</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>For the vegetation index and the alignment.</source>
        <translation>植生指数と位置合わせに使います。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Run on the image before the event: what it takes for a landslide there is old. &lt;i&gt;auto&lt;/i&gt; takes the bundled model that was made for the image's ground resolution; &lt;i&gt;none&lt;/i&gt; runs no model.</source>
        <translation>イベント前の画像で実行するモデル。そこで斜面崩壊と判定されたものは、以前からあったとみなします。&lt;i&gt;auto&lt;/i&gt;では、画像の地上解像度に合った同梱モデルを使います。&lt;i&gt;none&lt;/i&gt;ではモデルを実行しません。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Vegetation index</source>
        <translation>植生指数</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>A new landslide takes the vegetation away, so the index falls; where it does not, the ground was bare before, or the polygon is no landslide. &lt;i&gt;ndvi&lt;/i&gt;: (NIR − red) / (NIR + red). &lt;i&gt;green&lt;/i&gt;: the green-red vegetation index (green − red) / (green + red) (Tucker 1979; Motohka et al. 2010), for images without near infrared. &lt;i&gt;auto&lt;/i&gt;: ndvi if both images have a near-infrared band, else green. &lt;i&gt;none&lt;/i&gt;: set this where nothing grows, since new landslides would be taken for old ones.</source>
        <translation>新しい斜面崩壊では植生が失われ、指数が低下します。低下していなければ、以前から裸地だったか、ポリゴンが斜面崩壊ではないと考えられます。&lt;i&gt;ndvi&lt;/i&gt;: (NIR − red) / (NIR + red)。&lt;i&gt;green&lt;/i&gt;: 近赤外のない画像向けの緑赤植生指数 (green − red) / (green + red)（Tucker 1979; Motohka et al. 2010）。&lt;i&gt;auto&lt;/i&gt;: 両方の画像に近赤外バンドがあればndvi、なければgreen。&lt;i&gt;none&lt;/i&gt;: 植生のない場所ではこれを選んでください。ほかを選ぶと、新しい斜面崩壊が以前からのものと判定されてしまいます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Heights in metres. With it, landslides that have no mean slope get it (field &lt;i&gt;slope_mean_deg&lt;/i&gt;).</source>
        <translation>標高（メートル単位）。指定すると、平均傾斜を持たない斜面崩壊の平均傾斜を求めます（フィールド&lt;i&gt;slope_mean_deg&lt;/i&gt;）。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Smallest mean slope (°)</source>
        <translation>最小の平均傾斜（°）</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>What lies flatter is no landslide: fields, river beds, building sites. Looks at the elevation model, or at the field &lt;i&gt;slope_mean_deg&lt;/i&gt; where the landslides have it. 0 for no limit, as for lateral spreads and earth flows on nearly level ground.</source>
        <translation>これより緩やかなものは、農地、河床、造成地などであり、斜面崩壊ではないとします。標高モデル、または斜面崩壊のフィールド&lt;i&gt;slope_mean_deg&lt;/i&gt;があればそれを使います。0では制限しません。ほぼ平坦な場所での側方流動やアースフローの場合に指定します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>What was there before</source>
        <translation>以前からあったもの</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>&lt;i&gt;remove&lt;/i&gt;: is left out of the result. &lt;i&gt;flag&lt;/i&gt;: stays there, with 1 in the field &lt;i&gt;preexisting&lt;/i&gt;.</source>
        <translation>&lt;i&gt;remove&lt;/i&gt;: 結果から除外します。&lt;i&gt;flag&lt;/i&gt;: 結果に残し、フィールド&lt;i&gt;preexisting&lt;/i&gt;を1とします。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Probability before the event</source>
        <translation>イベント前の確率</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Landslide probability of the image before the event, if Extract landslides has made it already. The model is then not run again.</source>
        <translation>「斜面崩壊の抽出」で作成済みの、イベント前の画像の斜面崩壊の確率。指定すると、モデルを再実行しません。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Threshold before the event</source>
        <translation>イベント前の閾値</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Probability from which a pixel was landslide before. Empty takes the one that the model recommends.</source>
        <translation>イベント前の確率がこの値以上のピクセルを斜面崩壊とします。空欄の場合は、モデルの推奨値を使います。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Share that was landslide before (%)</source>
        <translation>以前から斜面崩壊だった割合（%）</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>A polygon was there before if at least so much of it was landslide before. The share of pixels says which part of the polygon is old, and asks each pixel only whether it reaches the threshold; the mean probability is near the threshold both where half of a polygon is certainly old and where the model is in doubt about all of it, and moves with every model. Lower it to take out landslides that have only grown, raise it to keep them.</source>
        <translation>ポリゴンのうち、以前から斜面崩壊だった部分がこの割合以上であれば、以前からあったとみなします。ピクセルの割合は、各ピクセルが閾値以上かどうかだけを調べ、ポリゴンのどれだけが古いかを表します。一方、平均確率は、ポリゴンの半分が確実に古い場合にも、全体についてモデルの判断が曖昧な場合にも閾値に近くなり、モデルごとに変わります。拡大しただけの斜面崩壊も除くには小さく、残すには大きくします。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Vegetation index lost, at least</source>
        <translation>植生指数の低下の下限</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>By how much more than the ground around it the index must fall for a landslide to be new. The change of the ground around each polygon (the median of what lies in no polygon) is subtracted, since sun, haze, season and sensor change the whole image. Empty: {ndvi:g} for ndvi, {green:g} for green.</source>
        <translation>斜面崩壊を新しいとみなすために、指数が周囲の地面と比べてどれだけ多く低下している必要があるか。日射、霞、季節、センサは画像全体を変化させるため、各ポリゴンの周囲の変化（どのポリゴンにも含まれない部分の中央値）を差し引きます。空欄の場合、ndviでは{ndvi:g}、greenでは{green:g}とします。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Evidence needed</source>
        <translation>必要な根拠</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Where both the probability and the vegetation index can be judged: &lt;i&gt;any&lt;/i&gt; of them is enough, or &lt;i&gt;all&lt;/i&gt; must say that the landslide was there before. The slope always decides alone.</source>
        <translation>確率と植生指数の両方を判定できる場合、&lt;i&gt;any&lt;/i&gt;ではどちらか一方で足り、&lt;i&gt;all&lt;/i&gt;では両方が以前からあったことを示す必要があります。傾斜は常に単独で判定します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Align the images</source>
        <translation>画像の位置合わせ</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Looks for a shift of up to 10 pixels between the images (phase correlation in up to 24 windows around the landslides). The image before the event is moved by it if the windows agree; the log says so.</source>
        <translation>画像間の最大10ピクセルのずれを調べます（斜面崩壊の周辺の最大24個のウィンドウでの位相相関）。ウィンドウの結果が一致すれば、イベント前の画像をその分だけ移動し、ログに示します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Before: {band} band</source>
        <translation>イベント前: {band}バンド</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>After: {band} band</source>
        <translation>イベント後: {band}バンド</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Empty finds it by its name or colour, else takes the first bands for red, green and blue.</source>
        <translation>空欄の場合は名前または色から判断し、判断できなければ先頭のバンドを赤、緑、青として使います。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Near infrared. Empty finds it by its name (nir, near infrared).</source>
        <translation>近赤外。空欄の場合は名前（nir、near infrared）から判断します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Landslides from before</source>
        <translation>以前からの斜面崩壊</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>New landslides</source>
        <translation>新しい斜面崩壊</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>The polygons with all their fields, and the evidence: &lt;i&gt;pre_probability&lt;/i&gt; and &lt;i&gt;pre_share&lt;/i&gt; (mean probability before the event, and share of the polygon at or above the threshold), &lt;i&gt;index_before&lt;/i&gt;, &lt;i&gt;index_after&lt;/i&gt;, &lt;i&gt;index_change&lt;/i&gt; (beyond that of the surroundings; below 0 where vegetation was lost), &lt;i&gt;slope_mean_deg&lt;/i&gt;, &lt;i&gt;preexisting&lt;/i&gt; (1: was there before or is no landslide, 0: new, empty: cannot be judged) and &lt;i&gt;reason&lt;/i&gt;. What cannot be judged, because more than half of it is nodata, is kept.</source>
        <translation>元のすべてのフィールドと判定の根拠を持つポリゴン: &lt;i&gt;pre_probability&lt;/i&gt;と&lt;i&gt;pre_share&lt;/i&gt;（イベント前の平均確率と、ポリゴンのうち閾値以上の部分の割合）、&lt;i&gt;index_before&lt;/i&gt;、&lt;i&gt;index_after&lt;/i&gt;、&lt;i&gt;index_change&lt;/i&gt;（周囲の変化を差し引いた値。植生が失われた場合は0未満）、&lt;i&gt;slope_mean_deg&lt;/i&gt;、&lt;i&gt;preexisting&lt;/i&gt;（1: 以前からあった、または斜面崩壊ではない、0: 新しい、空: 判定できない）、&lt;i&gt;reason&lt;/i&gt;。半分を超える部分がnodataであるために判定できないものは、残されます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>What was taken out or flagged, with the same fields.</source>
        <translation>除去またはフラグ付けされたもの。フィールドは同じです。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>&lt;p&gt;Takes out, or flags, landslides that were &lt;b&gt;there before the event&lt;/b&gt;, and what is no landslide, so that an inventory of the event holds only what the event did.&lt;/p&gt;&lt;p&gt;Three kinds of evidence are looked at, each where its layers are given: what the &lt;b&gt;model&lt;/b&gt; finds in the image before the event; whether a &lt;b&gt;vegetation index&lt;/b&gt; fell between the two images; and the mean &lt;b&gt;slope&lt;/b&gt;. Each polygon keeps the evidence in its fields. What cannot be judged is kept.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;イベント前からあった&lt;/b&gt;斜面崩壊と、斜面崩壊でないものを除去するか、それらにフラグを付け、イベントのインベントリに、そのイベントで生じたものだけが含まれるようにします。&lt;/p&gt;&lt;p&gt;レイヤが指定されていれば、次の3種類の根拠を調べます。&lt;b&gt;モデル&lt;/b&gt;がイベント前の画像で検出したもの、2つの画像の間の&lt;b&gt;植生指数&lt;/b&gt;の低下、そして平均&lt;b&gt;傾斜&lt;/b&gt;です。各ポリゴンのフィールドに根拠が残ります。判定できないものは残されます。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>How many are new or cannot be judged.</source>
        <translation>新しいもの、または判定できないものの数。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>How many were taken out or flagged.</source>
        <translation>除去またはフラグ付けされたものの数。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>How many of those kept cannot be judged.</source>
        <translation>残されたもののうち、判定できないものの数。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Area of those kept, ellipsoidal.</source>
        <translation>残されたものの楕円体上の面積。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>Area of those taken out or flagged.</source>
        <translation>除去またはフラグ付けされたものの面積。</translation>
    </message>
    <message>
        <location filename="../../algorithms/preexisting_parameters.py"/>
        <source>landslide,pre-event,preexisting,pre-existing,old,before,change detection,bitemporal,ndvi,vegetation,index,false positive,filter,slope,event,inventory,alignment,coregistration</source>
        <translation>landslide,pre-event,preexisting,change detection,ndvi,地すべり,斜面崩壊,イベント前,災害前,既存,以前,変化抽出,変化検出,二時期,植生指数,植生,誤検出,フィルタ,傾斜,イベント,インベントリ,位置合わせ,重ね合わせ</translation>
    </message>
    <message>
        <location filename="../../algorithms/probability_input.py"/>
        <source>A probability raster that Scarp wrote: 0 to 1, stored as 0 to 100 per cent, nodata 255. No model is run.</source>
        <translation>Scarpが作成した確率ラスタ。0～1の値が0～100パーセントとして格納され、nodataは255です。モデルは実行されません。</translation>
    </message>
    <message>
        <location filename="../../algorithms/probability_input.py"/>
        <source>Polygons of all landslides in any coordinate system: what lies outside them is no landslide. Or a label raster on any grid: 1 is landslide, 0 is not, 255 and nodata are unlabelled and left out.</source>
        <translation>すべての斜面崩壊のポリゴン（座標参照系は問いません）。外側は斜面崩壊ではないとします。または任意のグリッドのラベルラスタ。1は斜面崩壊、0は斜面崩壊以外、255とnodataはラベルなしで、対象外となります。</translation>
    </message>
    <message>
        <location filename="../../algorithms/probability_input.py"/>
        <source>Polygons to work in. What lies outside them is left out, as if it were nodata.</source>
        <translation>処理する範囲のポリゴン。外側は、nodataと同様に対象外となります。</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_model.py"/>
        <source>Remove a model</source>
        <translation>モデルの削除</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_model.py"/>
        <source>Removes one of your own models from the list of Extract landslides, and its file.</source>
        <translation>「斜面崩壊の抽出」の一覧から自分のモデルを1つ削除し、そのファイルも削除します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_model.py"/>
        <source>remove,delete,uninstall,model,onnx,own,list</source>
        <translation>remove,delete,uninstall,onnx,削除,除去,アンインストール,モデル,自作,一覧</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_model.py"/>
        <source>&lt;p&gt;Removes the file of a model from the folder &lt;i&gt;scarp/models&lt;/i&gt; of your QGIS profile; it cannot be had back. The folder of its training, if it was trained here, stays, and so do the models that come with Scarp.&lt;/p&gt;</source>
        <translation>&lt;p&gt;QGISプロファイルの&lt;i&gt;scarp/models&lt;/i&gt;フォルダから、モデルのファイルを削除します。元に戻すことはできません。ここで学習したモデルの場合、学習のフォルダは残ります。Scarpに同梱のモデルも残ります。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_model.py"/>
        <source>The file that was removed.</source>
        <translation>削除されたファイル。</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_model.py"/>
        <source>As &lt;i&gt;Extract landslides&lt;/i&gt; and &lt;i&gt;List models&lt;/i&gt; list it.</source>
        <translation>&lt;i&gt;斜面崩壊の抽出&lt;/i&gt;と&lt;i&gt;モデルの一覧&lt;/i&gt;に表示される名前。</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>Remove pre-existing landslides</source>
        <translation>既存の斜面崩壊の除去</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>Takes out landslides that an image before the event already shows, and what is too flat.</source>
        <translation>イベント前の画像にすでに写っている斜面崩壊と、傾斜が緩やかすぎるものを除去します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>Landslides kept</source>
        <translation>残された斜面崩壊の数</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>Landslides not judged</source>
        <translation>判定されなかった斜面崩壊の数</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>Area kept (m²)</source>
        <translation>残された面積（m²）</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>Area from before (m²)</source>
        <translation>以前からの面積（m²）</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>{name} – from before</source>
        <translation>{name} – 以前から</translation>
    </message>
    <message>
        <location filename="../../algorithms/remove_preexisting.py"/>
        <source>{name} – new</source>
        <translation>{name} – 新規</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>Landslides from probability</source>
        <translation>確率からの斜面崩壊の作成</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>Makes measured landslide polygons from a probability raster at another threshold.</source>
        <translation>確率ラスタから、別の閾値で計測値付きの斜面崩壊ポリゴンを作成します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>threshold</source>
        <translation>閾値</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>otsu</source>
        <translation>大津</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>f1</source>
        <translation>F1</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>polygonize</source>
        <translation>ポリゴン化</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>&lt;p&gt;Makes &lt;b&gt;landslides&lt;/b&gt;, with the same measurements as &lt;i&gt;Extract landslides&lt;/i&gt;, from a probability raster that it wrote. The model is not run again, so that another threshold takes seconds. It goes by the raster alone: landslides that touch are one, also where a model of instances told them apart, and have no score.&lt;/p&gt;&lt;p&gt;To see what each threshold would give, use &lt;i&gt;Sweep thresholds&lt;/i&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;i&gt;斜面崩壊の抽出&lt;/i&gt;で作成された確率ラスタから、同じ計測値を持つ&lt;b&gt;斜面崩壊&lt;/b&gt;を作成します。モデルを再実行しないため、別の閾値を数秒で試せます。ラスタだけに基づくため、接している斜面崩壊は、インスタンスモデルで区別されていたものも1つになり、スコアはありません。&lt;/p&gt;&lt;p&gt;各閾値でどのような結果になるかを調べるには、&lt;i&gt;閾値の比較&lt;/i&gt;を使ってください。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>Score of the pixels at that threshold, 0 to 1, where there is a reference: the harmonic mean of precision and recall, before small landslides are left out.</source>
        <translation>参照データがある場合の、その閾値でのピクセルの評価値（0～1）。小さな斜面崩壊を除外する前の、適合率と再現率の調和平均です。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>A model as an .onnx file. Goes before the model chosen above.</source>
        <translation>.onnxファイルのモデル。上で選んだモデルより優先されます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>What is known to be landslide, for &lt;i&gt;best_f1&lt;/i&gt;; with the other methods, for the score F1.</source>
        <translation>斜面崩壊であることがわかっているもの。&lt;i&gt;best_f1&lt;/i&gt;で使います。ほかの方法では、F1の計算に使います。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>A pixel is landslide where its probability is the threshold or more. &lt;i&gt;recommended&lt;/i&gt;: the value at which the model did best when it was made, which the raster states; &lt;i&gt;otsu&lt;/i&gt;: the value that parts these probabilities best in two; &lt;i&gt;best_f1&lt;/i&gt;: the value that agrees best with the reference; &lt;i&gt;fixed&lt;/i&gt;: the value below.</source>
        <translation>確率が閾値以上のピクセルを斜面崩壊とします。&lt;i&gt;recommended&lt;/i&gt;: モデルの作成時に最も成績が良かった値（ラスタに記録されています）。&lt;i&gt;otsu&lt;/i&gt;: この確率を最もよく二分する値。&lt;i&gt;best_f1&lt;/i&gt;: 参照データに最もよく一致する値。&lt;i&gt;fixed&lt;/i&gt;: 下で指定する値。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>Whose recommended threshold is taken. Empty takes what the raster states; rasters of other programs state none.</source>
        <translation>推奨閾値を使うモデル。空欄の場合は、ラスタに記録されている値を使います。ほかのプログラムのラスタには記録されていません。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_probability.py"/>
        <source>{raster} – landslides at {threshold}</source>
        <translation>{raster} – 閾値{threshold}での斜面崩壊</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Sweep thresholds</source>
        <translation>閾値の比較</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Shows scores, number and area of the landslides at different thresholds of a probability.</source>
        <translation>確率のさまざまな閾値について、評価値と、斜面崩壊の数と面積を示します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>threshold,sweep,otsu,f1,precision,recall,accuracy,iou,chart,report,validation</source>
        <translation>threshold,sweep,otsu,f1,iou,閾値,しきい値,比較,大津,適合率,再現率,精度,グラフ,レポート,検証</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>&lt;p&gt;Shows what each threshold of a probability raster would give: at 0.1, 0.2, … 0.9, and in steps of 0.01 from 0.04 below to 0.04 above the one with the best F1 (without a reference, around Otsu's threshold).&lt;/p&gt;&lt;p&gt;With a reference it gives &lt;b&gt;precision, recall, F1, overall accuracy and IoU&lt;/b&gt; of the pixels; always the &lt;b&gt;number&lt;/b&gt; of landslides and their &lt;b&gt;area&lt;/b&gt;. The scores are of all labelled pixels, before small landslides are left out; number and area are of all landslides, labelled or not. An area is the sum of the ellipsoidal areas of the pixels. The model is not run.&lt;/p&gt;</source>
        <translation>&lt;p&gt;確率ラスタの各閾値で得られる結果を示します。閾値は0.1、0.2、…、0.9と、F1が最大となる閾値（参照データがない場合は大津の閾値）の0.04下から0.04上まで0.01刻みの値です。&lt;/p&gt;&lt;p&gt;参照データがある場合はピクセルの&lt;b&gt;適合率、再現率、F1、全体精度、IoU&lt;/b&gt;を、常に斜面崩壊の&lt;b&gt;数&lt;/b&gt;と&lt;b&gt;面積&lt;/b&gt;を示します。評価値は、小さな斜面崩壊を除外する前の、ラベルのあるすべてのピクセルについての値です。数と面積は、ラベルの有無にかかわらずすべての斜面崩壊についての値です。面積は、ピクセルの楕円体上の面積の合計です。モデルは実行されません。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Where F1 is highest; only with a reference that has landslides.</source>
        <translation>F1が最大となる閾値。斜面崩壊を含む参照データがある場合のみ。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>F1 there.</source>
        <translation>その閾値でのF1。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>The threshold that parts the probabilities best in two; needs no reference.</source>
        <translation>確率を最もよく二分する閾値。参照データは不要です。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Smaller ones are neither counted nor drawn. 0 keeps all.</source>
        <translation>これより小さいものは、数えず、作図もしません。0ではすべて残します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>What is known to be landslide, for the scores.</source>
        <translation>斜面崩壊であることがわかっているもの。評価値の計算に使います。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Charts and table as one HTML page that needs nothing else.</source>
        <translation>グラフと表を収めたHTMLページ。ほかのファイルは不要です。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>A row for each threshold, for a spreadsheet.</source>
        <translation>閾値ごとに1行の、表計算ソフト向けの表。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Landslides at each threshold</source>
        <translation>各閾値での斜面崩壊</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>The landslides of all thresholds in one layer, measured as by &lt;i&gt;Extract landslides&lt;/i&gt;; the field &lt;i&gt;threshold&lt;/i&gt; tells them apart, and &lt;i&gt;id&lt;/i&gt; counts anew at each. One layer rather than many, since it can be styled, filtered and played through by that field, and goes into every format and database.</source>
        <translation>すべての閾値の斜面崩壊を1つのレイヤに収めたもの。計測値は&lt;i&gt;斜面崩壊の抽出&lt;/i&gt;と同じです。閾値はフィールド&lt;i&gt;threshold&lt;/i&gt;で区別され、&lt;i&gt;id&lt;/i&gt;は閾値ごとに振り直されます。1つのレイヤにまとめているため、このフィールドでスタイル設定、フィルタ、アニメーション表示ができ、あらゆるファイル形式やデータベースに保存できます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Threshold with the best F1</source>
        <translation>F1が最大となる閾値</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Best F1</source>
        <translation>最大F1</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>Otsu's threshold</source>
        <translation>大津の閾値</translation>
    </message>
    <message>
        <location filename="../../algorithms/threshold_sweep.py"/>
        <source>{raster} – landslides by threshold</source>
        <translation>{raster} – 閾値別の斜面崩壊</translation>
    </message>
    <message>
        <location filename="../../algorithms/train_mask_rcnn.py"/>
        <source>Train a Mask R-CNN model</source>
        <translation>Mask R-CNNモデルの学習</translation>
    </message>
    <message>
        <location filename="../../algorithms/train_mask_rcnn.py"/>
        <source>Trains a model that finds landslides one by one, on images and landslides of your own.</source>
        <translation>自分の画像と斜面崩壊を使って、斜面崩壊を1つずつ検出するモデルを学習します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/train_unet.py"/>
        <source>Train a model</source>
        <translation>モデルの学習</translation>
    </message>
    <message>
        <location filename="../../algorithms/train_unet.py"/>
        <source>Trains a landslide model on images and landslides of your own.</source>
        <translation>自分の画像と斜面崩壊を使って、斜面崩壊のモデルを学習します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>A model that knows landslides already needs few ROIs and little time. &lt;i&gt;nothing&lt;/i&gt; starts from the weights under Advanced, or from random ones; those need thousands of landslides and a graphics card.</source>
        <translation>斜面崩壊をすでに学習したモデルから始めると、少ないROIと短い時間で済みます。&lt;i&gt;nothing&lt;/i&gt;では、詳細パラメータで指定する重み、またはランダムな重みから始めます。ランダムな重みの場合は、数千の斜面崩壊とグラフィックカードが必要です。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>&lt;i&gt;quick&lt;/i&gt; fits a model to your ground in minutes; &lt;i&gt;thorough&lt;/i&gt; takes about six times as long, for more ROIs; &lt;i&gt;paper&lt;/i&gt; is the recipe of Liu et al. 2021, which wants a graphics card. What is set here goes before.</source>
        <translation>&lt;i&gt;quick&lt;/i&gt;では、対象地域に合わせたモデルの調整が数分で終わります。&lt;i&gt;thorough&lt;/i&gt;では約6倍の時間がかかり、ROIが多い場合に適しています。&lt;i&gt;paper&lt;/i&gt;はLiu et al. 2021の手順で、グラフィックカードが必要です。ここで設定した値が優先されます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>For checkpoints, log and report; while it trains also for the images, a byte for each pixel and band, and four more where ROIs say which landslide a pixel belongs to.</source>
        <translation>チェックポイント、ログ、レポートの保存先。学習中は画像も保存し、各ピクセルの1バンドにつき1バイト、ROIでピクセルの属する斜面崩壊を区別する場合は各ピクセルにさらに4バイトを使います。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Backbone</source>
        <translation>バックボーン</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Finds features. A model to start from brings its own. The paper compares ResNet-101 and the two ResNeXt, and chooses ResNeXt-50. EfficientNet-Lite is small and fast.</source>
        <translation>特徴を抽出する部分。開始元のモデルがある場合は、そのモデルのものを使います。論文ではResNet-101と2種類のResNeXtを比較し、ResNeXt-50を選んでいます。EfficientNet-Liteは小さく高速です。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Improved feature pyramid</source>
        <translation>改良型特徴ピラミッド</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>The paper's path from the bottom of the pyramid up, which tells where things are. A model to start from brings its own pyramid.</source>
        <translation>論文で追加された、ピラミッドの下から上への経路。物体の位置を伝えます。開始元のモデルがある場合は、そのモデルのピラミッドを使います。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Edge loss</source>
        <translation>エッジ損失</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>The paper's additional loss, which has the outlines of landslides come out sharper.</source>
        <translation>論文で追加された損失。斜面崩壊の輪郭がより鮮明になります。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Start file</source>
        <translation>開始ファイル</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Models, checkpoints and weights (*.onnx *.pt *.pth)</source>
        <translation>モデル、チェックポイント、重み (*.onnx *.pt *.pth)</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>A file, which goes before the model chosen above: a model (.onnx), a checkpoint of a training (.pt), either of them also of a U-Net of &lt;i&gt;Train a model&lt;/i&gt;, whose EfficientNet-Lite is the backbone then, or torchvision's weights (.pth) of a ResNet or ResNeXt, trained on ImageNet, or of &lt;i&gt;maskrcnn_resnet50_fpn&lt;/i&gt;, trained on COCO, from which the paper starts. What of it fits is taken, and the log says how much; all of the last one fits ResNet-50 with 256 feature maps.</source>
        <translation>上で選んだモデルより優先されるファイル。モデル（.onnx）、学習のチェックポイント（.pt）、またはtorchvisionの重み（.pth）を指定します。モデルとチェックポイントは&lt;i&gt;モデルの学習&lt;/i&gt;で作成したU-Netのものでもよく、その場合はU-NetのEfficientNet-Liteをバックボーンとして使います。重みは、ImageNetで学習したResNetかResNeXt、またはCOCOで学習した&lt;i&gt;maskrcnn_resnet50_fpn&lt;/i&gt;のもので、論文では後者から始めています。適合する部分だけが使われ、その割合がログに示されます。この重みは、特徴マップ数が256のResNet-50にすべて適合します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Epochs</source>
        <translation>エポック数</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>How often the steps of an epoch are done.</source>
        <translation>1エポックのステップを繰り返す回数。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Steps in an epoch</source>
        <translation>1エポックのステップ数</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Each learns from a batch of patches.</source>
        <translation>各ステップで、1バッチのパッチから学習します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Patch size (pixels)</source>
        <translation>パッチサイズ（ピクセル）</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>A smaller one needs less memory. It is rounded up to a multiple of 32.</source>
        <translation>小さくすると必要なメモリが減ります。32の倍数に切り上げられます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Learning rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Random rotation</source>
        <translation>ランダムな回転</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>How patches are turned at random; unless it is &lt;i&gt;none&lt;/i&gt;, they are mirrored too. The paper turns by right angles.</source>
        <translation>パッチをランダムに回転する方法。&lt;i&gt;none&lt;/i&gt;以外では反転も行います。論文では90度単位で回転します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Empty takes the start model's, else {values}.</source>
        <translation>空欄の場合は開始元のモデルの値、なければ{values}とします。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Feature maps</source>
        <translation>特徴マップ数</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Of each level of the pyramid and of the heads. A model to start from brings its own. Fewer are faster.</source>
        <translation>ピラミッドの各レベルとヘッドの特徴マップ数。開始元のモデルがある場合は、そのモデルの値を使います。少ないほど高速です。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Anchor sizes (pixels)</source>
        <translation>アンカーサイズ（ピクセル）</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Sides of the squares that proposals start from, one for each of the pyramid's five levels, with commas between them.</source>
        <translation>提案領域の元になる正方形の一辺の長さ。ピラミッドの5つのレベルに1つずつ、カンマ区切りで指定します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Aspect ratios</source>
        <translation>縦横比</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Height to width of what proposals start from, with commas between them.</source>
        <translation>提案領域の元になる形の、幅に対する高さの比（カンマ区切り）。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Proposals</source>
        <translation>提案領域の数</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Boxes of a tile that are looked at in extraction, at most; twice as many in training. Fewer are faster.</source>
        <translation>抽出時に1タイルで調べるボックスの最大数。学習時はその2倍になります。少ないほど高速です。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>&lt;p&gt;Trains a model that finds landslides &lt;b&gt;one by one&lt;/b&gt;, each with its outline and a score, so that landslides that touch are counted apart: an improved Mask R-CNN (Liu et al. 2021, &lt;i&gt;A Research on Landslides Automatic Extraction Model Based on the Improved Mask R-CNN&lt;/i&gt;). It runs beside QGIS, which can be used meanwhile; progress is shown for each epoch.&lt;/p&gt;&lt;p&gt;Each polygon of the ROIs is one landslide, also where two touch. Of a label raster, connected pixels are one. A model that only maps where landslides are is trained faster by &lt;i&gt;Train a model&lt;/i&gt;.&lt;/p&gt;</source>
        <translation>&lt;p&gt;斜面崩壊を、輪郭とスコアとともに&lt;b&gt;1つずつ&lt;/b&gt;検出するモデルを学習します。接している斜面崩壊も別々に数えられます。手法は改良型Mask R-CNN（Liu et al. 2021, &lt;i&gt;A Research on Landslides Automatic Extraction Model Based on the Improved Mask R-CNN&lt;/i&gt;）です。学習はQGISと並行して実行され、その間もQGISを使えます。進捗はエポックごとに示されます。&lt;/p&gt;&lt;p&gt;ROIの各ポリゴンは、2つが接している場合も、それぞれ1つの斜面崩壊とします。ラベルラスタでは、連結したピクセルを1つとします。斜面崩壊の場所を地図にするだけのモデルは、&lt;i&gt;モデルの学習&lt;/i&gt;のほうが速く学習できます。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Loss and its parts, accuracy, precision, recall, F1 and AP50 of all epochs, as a table (CSV).</source>
        <translation>すべてのエポックの損失とその内訳、正解率、適合率、再現率、F1、AP50の表（CSV）。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>Average precision of the landslides in the validation of the best epoch, at an overlap of one half: 1 where each is found and nothing else.</source>
        <translation>最良エポックの検証における、重なりが2分の1のときの斜面崩壊の平均適合率。すべての斜面崩壊が検出され、ほかに何も検出されなければ1です。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>AP50</source>
        <translation>AP50</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_mask_rcnn_parameters.py"/>
        <source>mask r-cnn,maskrcnn,instance,instances,object detection,resnet,resnext,count,edge loss</source>
        <translation>mask r-cnn,maskrcnn,resnet,resnext,インスタンス,物体検出,個数,カウント,エッジ損失</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Aerial, drone or satellite images that the ROIs were drawn on, or that the label rasters belong to.</source>
        <translation>ROIを描いた、またはラベルラスタに対応する、空中写真、ドローン画像、衛星画像。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Polygons drawn on landslides (and, for a model that tells more apart, on other classes). More of them, and more different ones, make a better model.</source>
        <translation>斜面崩壊（複数のクラスを識別するモデルでは、ほかのクラスも）に描いたポリゴン。数が多く多様であるほど、よいモデルになります。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Name of the field that holds the class of the ROIs: &lt;i&gt;landslide&lt;/i&gt; or 1, &lt;i&gt;background&lt;/i&gt; or 0, or other classes such as &lt;i&gt;river&lt;/i&gt;. Empty: all ROIs are landslide.</source>
        <translation>ROIのクラスを持つフィールドの名前。値は&lt;i&gt;landslide&lt;/i&gt;または1、&lt;i&gt;background&lt;/i&gt;または0、あるいは&lt;i&gt;river&lt;/i&gt;などのほかのクラス。空欄の場合は、すべてのROIを斜面崩壊とします。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>&lt;i&gt;background&lt;/i&gt;: you have drawn every landslide, so all else is none; &lt;i&gt;unlabelled&lt;/i&gt;: it is not known, and left out, so some ROIs must be background. &lt;i&gt;auto&lt;/i&gt;: unlabelled if there are ROIs of background, else background.</source>
        <translation>&lt;i&gt;background&lt;/i&gt;: すべての斜面崩壊を描いた場合で、残りはすべて斜面崩壊ではないとします。&lt;i&gt;unlabelled&lt;/i&gt;: 不明として除外します。この場合は背景のROIが必要です。&lt;i&gt;auto&lt;/i&gt;: 背景のROIがあればunlabelled、なければbackgroundとします。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Label rasters</source>
        <translation>ラベルラスタ</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Made by &lt;i&gt;Create label raster&lt;/i&gt;: one for each image that has no ROIs, on its grid; or with the image's own bands in it, which needs no image.</source>
        <translation>&lt;i&gt;ラベルラスタの作成&lt;/i&gt;で作成したもの。ROIのない画像ごとに1つ、同じグリッドのものを指定します。画像のバンドを含むものであれば、画像は不要です。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Part that trains</source>
        <translation>学習に使う部分</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>The image is parted in two: this part trains, the rest validates, so that the model is judged on ground that it has not seen. &lt;i&gt;blocks&lt;/i&gt; deals out squares. Zhang et al. 2020 train on the northern part. Not used where there are validation ROIs, images or label rasters.</source>
        <translation>画像を2つに分け、この部分で学習し、残りで検証します。モデルは、学習していない場所で評価されます。&lt;i&gt;blocks&lt;/i&gt;では正方形に区切って振り分けます。Zhang et al. 2020は北側の部分で学習しています。検証用のROI、画像、ラベルラスタがある場合は使われません。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Share that trains</source>
        <translation>学習に使う割合</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>0.6 is theirs.</source>
        <translation>この論文では0.6です。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Validation ROIs</source>
        <translation>検証用ROI</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>ROIs that only validate, instead of a part of the image. Their pixels do not train.</source>
        <translation>画像の一部の代わりに、検証だけに使うROI。そのピクセルは学習に使われません。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Validation images</source>
        <translation>検証用画像</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Images that the validation ROIs or label rasters belong to. Empty takes the images above.</source>
        <translation>検証用のROIまたはラベルラスタに対応する画像。空欄の場合は上の画像を使います。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Validation label rasters</source>
        <translation>検証用ラベルラスタ</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>As the label rasters above, for validation.</source>
        <translation>上のラベルラスタと同様のもので、検証に使います。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Start from</source>
        <translation>開始元</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Preset</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Unless this is set, a model that is there stays, and the training does not start.</source>
        <translation>オフの場合、同じ名前のモデルがあればそれを残し、学習を開始しません。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Numbers of the images' bands, such as &lt;i&gt;3,2,1&lt;/i&gt;, in the order of the model that training starts from. Empty finds red, green and blue by names and colours. From nothing, any number of bands.</source>
        <translation>開始元のモデルの順序に合わせた、画像のバンドの番号（例: &lt;i&gt;3,2,1&lt;/i&gt;）。空欄の場合は、赤、緑、青を名前と色から判断します。開始元のモデルがない場合、バンドの数は任意です。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Size of the pixels that are worked on. Empty takes the images' own, or the nearest that the model which training starts from was made for.</source>
        <translation>処理するピクセルのサイズ。空欄の場合は画像自身の値、または開始元のモデルの対象に最も近い値を使います。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Pixel value that the model is to see as black. Empty: 8-bit images are taken as they are, others from the 2nd percentile of the image. What is set here is taken by the extraction too.</source>
        <translation>モデルに黒として見せるピクセル値。空欄の場合、8ビット画像はそのまま、それ以外は画像の2パーセンタイルからとします。ここで設定した値は、抽出でも使われます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Pixel value that the model is to see as white. Set both, or neither.</source>
        <translation>モデルに白として見せるピクセル値。両方とも設定するか、どちらも設定しないでください。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Training folder</source>
        <translation>学習フォルダ</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Empty takes a folder of the model's name under &lt;i&gt;scarp/training&lt;/i&gt; in your QGIS profile.</source>
        <translation>空欄の場合は、QGISプロファイルの&lt;i&gt;scarp/training&lt;/i&gt;の下にある、モデルと同じ名前のフォルダを使います。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Go on with a training</source>
        <translation>学習を再開</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Where the folder holds the same training, cancelled or failed, it goes on from the last finished epoch; with more epochs, also where it had finished. Otherwise it starts anew.</source>
        <translation>キャンセルまたは失敗した同じ学習がフォルダにある場合、最後に完了したエポックから再開します。エポック数を増やせば、完了した学習も続けられます。それ以外の場合は最初から始めます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>&lt;p&gt;After each epoch a checkpoint is kept. A training that is cancelled, or that the power left, goes on from it when it is run again with the same values.&lt;/p&gt;&lt;p&gt;The model of the best epoch is put into your models folder at the end, with its threshold and scores. The report shows how the training went, epoch by epoch.&lt;/p&gt;</source>
        <translation>&lt;p&gt;エポックごとにチェックポイントが保存されます。キャンセルや停電で中断した学習は、同じ値で再実行すると、チェックポイントから再開します。&lt;/p&gt;&lt;p&gt;最良エポックのモデルは、最後に、閾値と評価値とともにモデルのフォルダに配置されます。レポートには、学習の経過がエポックごとに示されます。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>The .onnx file, which &lt;i&gt;Extract landslides&lt;/i&gt; lists at once.</source>
        <translation>.onnxファイル。&lt;i&gt;斜面崩壊の抽出&lt;/i&gt;の一覧にすぐに表示されます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Curves and scores of all epochs, and what was trained with what, as HTML.</source>
        <translation>すべてのエポックの曲線と評価値、学習の対象と条件を収めたHTML。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Events</source>
        <translation>イベントファイル</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>The same for TensorBoard.</source>
        <translation>同じ内容のTensorBoard用ファイル。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Best epoch</source>
        <translation>最良エポック</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>The one that the model is of.</source>
        <translation>モデルとして採用されたエポック。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Of its validation, at the recommended threshold.</source>
        <translation>検証での、推奨閾値における値。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Recommended threshold</source>
        <translation>推奨閾値</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Probability from which a pixel is landslide.</source>
        <translation>この確率以上のピクセルを斜面崩壊とします。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Validation loss</source>
        <translation>検証損失</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>Of the best epoch.</source>
        <translation>最良エポックの値。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_parameters.py"/>
        <source>landslide,landslides,train,training,fine-tune,fine-tuning,transfer learning,deep learning,machine learning,neural network,ai,pytorch,roi,label,segmentation,model,validation,epoch</source>
        <translation>landslide,train,fine-tuning,transfer learning,deep learning,ai,pytorch,roi,地すべり,斜面崩壊,学習,訓練,ファインチューニング,転移学習,深層学習,ディープラーニング,機械学習,ニューラルネットワーク,人工知能,ラベル,セグメンテーション,モデル,検証,エポック</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Empty takes {value:g}.</source>
        <translation>空欄の場合は{value:g}とします。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Empty takes the preset's: {values}.</source>
        <translation>空欄の場合はプリセットの値とします: {values}。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Smallest random scale</source>
        <translation>ランダムな縮尺の最小値</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Largest random scale</source>
        <translation>ランダムな縮尺の最大値</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Feature bias at the start</source>
        <translation>開始時の対象物バイアス</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Share of the patches that are drawn around a landslide.</source>
        <translation>斜面崩壊の周辺から取り出すパッチの割合。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Feature bias at the end</source>
        <translation>終了時の対象物バイアス</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>The same in the last epoch.</source>
        <translation>最後のエポックでの、同じ割合。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Random colours</source>
        <translation>ランダムな色の変化</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Strength of random changes of colour, 0 to 1.</source>
        <translation>色をランダムに変化させる強さ（0～1）。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>The model is that of the epoch with the highest F1 or the lowest loss of the validation.</source>
        <translation>検証のF1が最大、または損失が最小となるエポックのモデルを採用します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Patches at once</source>
        <translation>同時に処理するパッチ数</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Fewer need less memory.</source>
        <translation>少なくすると必要なメモリが減ります。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Optimizer</source>
        <translation>最適化手法</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Momentum</source>
        <translation>モーメンタム</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Of sgd.</source>
        <translation>sgdのモーメンタム。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>Seed</source>
        <translation>乱数のシード</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_settings.py"/>
        <source>The same seed on the same machine trains the same model.</source>
        <translation>同じコンピュータで同じシードを使うと、同じモデルになります。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>A model that knows landslides already needs few ROIs and little time. &lt;i&gt;nothing&lt;/i&gt; starts from random weights, with the preset's own network; it needs thousands of landslides.</source>
        <translation>斜面崩壊をすでに学習したモデルから始めると、少ないROIと短い時間で済みます。&lt;i&gt;nothing&lt;/i&gt;では、プリセット自身のネットワークを使い、ランダムな重みから始めます。この場合は数千の斜面崩壊が必要です。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>&lt;i&gt;quick&lt;/i&gt; fits a model to your ground in minutes; &lt;i&gt;thorough&lt;/i&gt; takes about four times as long, for more ROIs; &lt;i&gt;paper&lt;/i&gt; is the recipe of Zhang et al. 2020, which wants a graphics card. What is set under Advanced goes before.</source>
        <translation>&lt;i&gt;quick&lt;/i&gt;では、対象地域に合わせたモデルの調整が数分で終わります。&lt;i&gt;thorough&lt;/i&gt;では約4倍の時間がかかり、ROIが多い場合に適しています。&lt;i&gt;paper&lt;/i&gt;はZhang et al. 2020の手順で、グラフィックカードが必要です。詳細パラメータで設定した値が優先されます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>For checkpoints, log and report; while it trains also for the images, a byte for each pixel and band.</source>
        <translation>チェックポイント、ログ、レポートの保存先。学習中は画像も保存し、各ピクセルの1バンドにつき1バイトを使います。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Models and checkpoints (*.onnx *.pt *.pth)</source>
        <translation>モデルとチェックポイント (*.onnx *.pt *.pth)</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>A model (.onnx) or a checkpoint of a training (.pt). Goes before the model chosen above.</source>
        <translation>モデル（.onnx）または学習のチェックポイント（.pt）。上で選んだモデルより優先されます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>How often all patches of an epoch are drawn.</source>
        <translation>1エポックのすべてのパッチを取り出す回数。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Patches in an epoch</source>
        <translation>1エポックのパッチ数</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>A smaller one needs less memory. It is rounded up to what the network divides by (16 or 32).</source>
        <translation>小さくすると必要なメモリが減ります。ネットワークの分割数（16または32）の倍数に切り上げられます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>The paper gives none.</source>
        <translation>論文には値が示されていません。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Boundary weight</source>
        <translation>境界の重み</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>How much more than others pixels count on the boundary of a landslide.</source>
        <translation>斜面崩壊の境界にあるピクセルを、ほかのピクセルよりどれだけ重視するか。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Boundary width (pixels)</source>
        <translation>境界の幅（ピクセル）</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>How far from the boundary they do.</source>
        <translation>境界からどこまでのピクセルを重視するか。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Class weight</source>
        <translation>クラスの重み</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Share of a landslide pixel's weight against a background pixel's at the start; it goes to 0.5.</source>
        <translation>開始時における、背景のピクセルに対する斜面崩壊のピクセルの重みの割合。学習が進むにつれて0.5に近づきます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Loss weight</source>
        <translation>損失の重み</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>The same share in the loss of the validation.</source>
        <translation>検証の損失における、同じ割合。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Blur distance (pixels)</source>
        <translation>ぼかしの距離（ピクセル）</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>How far the labels' edges are blurred at the start; it goes to 0.</source>
        <translation>開始時にラベルの縁をぼかす距離。学習が進むにつれて0に近づきます。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Patches are turned and mirrored at random.</source>
        <translation>パッチをランダムに回転、反転します。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>The paper gives no range.</source>
        <translation>論文には範囲が示されていません。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Weight of the Dice loss</source>
        <translation>Dice損失の重み</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Beside the cross-entropy.</source>
        <translation>交差エントロピーに加える重み。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Width of the U-Net</source>
        <translation>U-Netの幅</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Feature maps of its first level, when starting from nothing; the paper's is 64. Where it is set, the network is the paper's U-Net in any preset.</source>
        <translation>開始元のモデルがない場合の、最初のレベルの特徴マップ数。論文では64です。設定すると、どのプリセットでもネットワークは論文のU-Netになります。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>&lt;p&gt;Trains a model on landslides that you have drawn, so that &lt;b&gt;Extract landslides&lt;/b&gt; does better on your ground. It runs beside QGIS, which can be used meanwhile; progress is shown for each epoch.&lt;/p&gt;</source>
        <translation>&lt;p&gt;自分で描いた斜面崩壊でモデルを学習し、対象地域での&lt;b&gt;斜面崩壊の抽出&lt;/b&gt;の精度を高めます。学習はQGISと並行して実行され、その間もQGISを使えます。進捗はエポックごとに示されます。&lt;/p&gt;</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>Loss, accuracy, precision, recall and F1 of all epochs, as a table (CSV).</source>
        <translation>すべてのエポックの損失、正解率、適合率、再現率、F1の表（CSV）。</translation>
    </message>
    <message>
        <location filename="../../algorithms/training_unet_parameters.py"/>
        <source>unet,u-net,envinet5,semantic</source>
        <translation>unet,u-net,envinet5,セマンティック,セマンティックセグメンテーション</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>3 Extract</source>
        <translation>3 抽出</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Whole image</source>
        <translation>画像全体</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Map canvas extent</source>
        <translation>キャンバスの領域</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Polygons of a layer</source>
        <translation>レイヤのポリゴン</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Only what lies in the area is worked on, so a small one is done soon.</source>
        <translation>範囲内だけを処理するため、狭い範囲であればすぐに終わります。</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Selected features only</source>
        <translation>選択した地物のみ</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Folder for the Results</source>
        <translation>結果のフォルダ</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Temporary layers</source>
        <translation>一時レイヤ</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Folder for the probability (GeoTIFF) and the landslides (GeoPackage), named after the image. Files that are there stay. Leave it empty for temporary layers.</source>
        <translation>確率（GeoTIFF）と斜面崩壊（GeoPackage）を保存するフォルダ。ファイル名は画像に基づきます。既存のファイルは残されます。一時レイヤにする場合は空欄にしてください。</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Save to</source>
        <translation>保存先</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Extract</source>
        <translation>抽出</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Extract the landslides of the image in the background.</source>
        <translation>画像の斜面崩壊をバックグラウンドで抽出します。</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Choose an image in step 1.</source>
        <translation>手順1で画像を選択してください。</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>There is no layer of polygons; add one, or extract the whole image.</source>
        <translation>ポリゴンレイヤがありません。追加するか、画像全体から抽出してください。</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>No feature of the layer "{}" is selected; select some.</source>
        <translation>レイヤ「{}」で地物が選択されていません。地物を選択してください。</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>There is no folder {}; choose another, or none for temporary layers.</source>
        <translation>フォルダ{}がありません。別のフォルダを選ぶか、空欄にして一時レイヤを使ってください。</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Look for packages</source>
        <translation>パッケージの確認</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Options…</source>
        <translation>オプション…</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Extract landslides: {}</source>
        <translation>斜面崩壊の抽出: {}</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Add to this project</source>
        <translation>このプロジェクトに追加</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Cancelled; nothing is left behind.</source>
        <translation>キャンセルしました。何も残っていません。</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>Landslides: {count}; area: {ha} ha ({km2} km²); threshold: {threshold}.</source>
        <translation>斜面崩壊: {count}、面積: {ha} ha（{km2} km²）、閾値: {threshold}。</translation>
    </message>
    <message>
        <location filename="../../ui/extract_step.py"/>
        <source>The project that it was started in is closed.</source>
        <translation>開始時のプロジェクトは閉じられています。</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>1 Image</source>
        <translation>1 画像</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Choose an image</source>
        <translation>画像を選択</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Aerial, drone or satellite image taken after the event. Layers that are no files, such as web maps, and probabilities that Scarp has made are not listed.</source>
        <translation>イベント後に撮影された空中写真、ドローン画像、衛星画像。ウェブ地図などファイルでないレイヤと、Scarpが作成した確率は表示されません。</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Open an image from a file</source>
        <translation>ファイルから画像を開きます</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Image of the same place from before the event. With it, landslides that were there before can be told and left out (Remove pre-existing landslides).</source>
        <translation>同じ場所のイベント前の画像。指定すると、以前からあった斜面崩壊を判別して除外できます（「既存の斜面崩壊の除去」）。</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Heights in metres. With it, landslides get their mean slope, highest and lowest point and relief.</source>
        <translation>標高（メートル単位）。指定すると、斜面崩壊の平均傾斜、最高点、最低点、比高を求めます。</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>More layers</source>
        <translation>その他のレイヤ</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Before the event</source>
        <translation>イベント前</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Look at the image: {}</source>
        <translation>画像の情報の確認: {}</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Use {}</source>
        <translation>{}を使う</translation>
    </message>
    <message>
        <location filename="../../ui/image_step.py"/>
        <source>Open an Image</source>
        <translation>画像を開く</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>4 Threshold</source>
        <translation>4 閾値</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>A probability that Scarp has extracted; the newest one is chosen by itself.</source>
        <translation>Scarpが抽出した確率。最新のものが自動で選択されます。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>What is known to be landslide, if anything: polygons of all landslides, or a label raster (1 landslide, 0 not, 255 not known). Shows which threshold agrees best with it.</source>
        <translation>斜面崩壊であることがわかっているもの（任意）。すべての斜面崩壊のポリゴン、またはラベルラスタ（1 斜面崩壊、0 斜面崩壊以外、255 不明）。最もよく一致する閾値を示します。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Probability</source>
        <translation>確率</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Keep the probability below it</source>
        <translation>閾値未満の確率も表示</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Draw what is below the threshold in the layer's own colours.</source>
        <translation>閾値未満の部分を、レイヤ自身の色で描画します。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Reset Style</source>
        <translation>スタイルをリセット</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Draw the layer in its own style again.</source>
        <translation>レイヤを元のスタイルで描画します。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>There is no probability layer yet: extract one in step 3, or add one that Scarp has made.</source>
        <translation>確率レイヤがまだありません。手順3で抽出するか、Scarpが作成したものを追加してください。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Counting the pixels… {} %</source>
        <translation>ピクセルを計数中… {} %</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>The pixels were not counted, since it was cancelled.</source>
        <translation>キャンセルされたため、ピクセルは計数されませんでした。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_step.py"/>
        <source>Count Again</source>
        <translation>再計数</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>2 Train (optional)</source>
        <translation>2 学習（任意）</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>&amp;Train</source>
        <translation>学習(&amp;T)</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>Train a model on the ROIs, in the background. Where another training runs, it waits for it, and takes the ROIs as they are when it begins.</source>
        <translation>ROIを使って、バックグラウンドでモデルを学習します。別の学習が実行中の場合はその終了を待ち、開始時点のROIを使います。</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>Look what a training can start from</source>
        <translation>学習の開始元を確認</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>Make a new layer of ROIs, or choose one.</source>
        <translation>新しいROIレイヤを作成するか、既存のものを選択してください。</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>Train a model: {}</source>
        <translation>モデルの学習: {}</translation>
    </message>
    <message>
        <location filename="../../ui/train_step.py"/>
        <source>The model "{name}" is trained and chosen in step 3; F1 of the validation: {f1}.</source>
        <translation>モデル「{name}」の学習が完了し、手順3で選択されました。検証のF1: {f1}。</translation>
    </message>
</context>
<context>
    <name>ScarpActions</name>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Landslide panel</source>
        <translation>斜面崩壊パネル</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Show or hide the landslide panel (Scarp)</source>
        <translation>斜面崩壊パネルの表示/非表示を切り替えます (Scarp)</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Extract landslides…</source>
        <translation>斜面崩壊の抽出…</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Extract landslides from an image (Scarp)</source>
        <translation>画像から斜面崩壊を抽出します (Scarp)</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Train a model…</source>
        <translation>モデルの学習…</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Train a model on your own landslides (Scarp)</source>
        <translation>自分で描いた斜面崩壊でモデルを学習します (Scarp)</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Train a Mask R-CNN model…</source>
        <translation>Mask R-CNNモデルの学習…</translation>
    </message>
    <message>
        <location filename="../../ui/actions.py"/>
        <source>Train a model that finds landslides one by one (Scarp)</source>
        <translation>斜面崩壊を1つずつ検出するモデルを学習します (Scarp)</translation>
    </message>
</context>
<context>
    <name>ScarpOptions</name>
    <message>
        <location filename="../../ui/options.py"/>
        <source>Defaults</source>
        <translation>既定値</translation>
    </message>
    <message>
        <location filename="../../ui/options.py"/>
        <source>all cores ({})</source>
        <translation>すべてのコア（{}）</translation>
    </message>
    <message>
        <location filename="../../ui/options.py"/>
        <source>Trainings</source>
        <translation>学習</translation>
    </message>
</context>
<context>
    <name>ThresholdControls</name>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Threshold</source>
        <translation>閾値</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Arrows move it by 0.01, page up and page down by 0.10, home and end to 0 and 1.</source>
        <translation>矢印キーで0.01、Page UpとPage Downで0.10ずつ動き、HomeとEndで0と1になります。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>A pixel is landslide where its probability is the threshold or more.</source>
        <translation>確率が閾値以上のピクセルを斜面崩壊とします。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Log</source>
        <translation>対数</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Sqrt</source>
        <translation>平方根</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Height of the bars: logarithm or square root of the number of pixels.</source>
        <translation>棒の高さ。ピクセル数の対数または平方根です。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>What is at or above the threshold, its share of all valid pixels, and its ellipsoidal area.</source>
        <translation>閾値以上のピクセルの数、有効なピクセル全体に占める割合、楕円体上の面積。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Precision and recall of the pixels against the reference at every threshold: the point is the current one, the ring the one with the best F1. Click to move the threshold there.</source>
        <translation>各閾値での、参照データに対するピクセルの適合率と再現率。点は現在の閾値、輪はF1が最大となる閾値です。クリックすると閾値がその位置に移動します。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Otsu</source>
        <translation>大津</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Otsu's threshold, which parts the probabilities best in two</source>
        <translation>確率を最もよく二分する大津の閾値</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Threshold that the model recommends</source>
        <translation>モデルの推奨閾値</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Best F1</source>
        <translation>最大F1</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Threshold that agrees best with the reference</source>
        <translation>参照データに最もよく一致する閾値</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>{pixels} pixels ({share} %)</source>
        <translation>{pixels}ピクセル（{share} %）</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>The area is not known: the layer has no valid coordinate system.</source>
        <translation>面積は不明です。レイヤに有効な座標参照系がありません。</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>{ha} ha = {km2} km²</source>
        <translation>{ha} ha = {km2} km²</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_controls.py"/>
        <source>Precision {precision}, recall {recall}, F1 {f1}, IoU {iou}</source>
        <translation>適合率 {precision}、再現率 {recall}、F1 {f1}、IoU {iou}</translation>
    </message>
</context>
<context>
    <name>ThresholdRenderer</name>
    <message>
        <location filename="../../ui/threshold_renderer.py"/>
        <source>Landslide (≥ {})</source>
        <translation>斜面崩壊（≥ {}）</translation>
    </message>
    <message>
        <location filename="../../ui/threshold_renderer.py"/>
        <source>Other</source>
        <translation>その他</translation>
    </message>
</context>
<context>
    <name>TrainingCurves</name>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Epoch</source>
        <translation>エポック</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Scores</source>
        <translation>評価値</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>The first epoch is not finished yet.</source>
        <translation>最初のエポックはまだ完了していません。</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Accuracy</source>
        <translation>正解率</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Precision</source>
        <translation>適合率</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Recall</source>
        <translation>再現率</translation>
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
        <translation>全ピクセルのうち、正しいものの割合。斜面崩壊が少ない場所では必ず高くなります。</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Share of the pixels mapped as landslide that are landslide.</source>
        <translation>斜面崩壊と判定されたピクセルのうち、実際に斜面崩壊であるものの割合。</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Share of the landslide pixels that are mapped as landslide.</source>
        <translation>斜面崩壊のピクセルのうち、斜面崩壊と判定されたものの割合。</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Harmonic mean of precision and recall.</source>
        <translation>適合率と再現率の調和平均。</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Average precision: 1 where each landslide is found by itself, and nothing else.</source>
        <translation>平均適合率。すべての斜面崩壊が個別に検出され、ほかに何も検出されなければ1です。</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>training</source>
        <translation>学習</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>validation</source>
        <translation>検証</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>Epoch {epoch} of {epochs}</source>
        <translation>エポック {epoch}/{epochs}</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>best: epoch {epoch}, F1 {f1}</source>
        <translation>最良: エポック {epoch}、F1 {f1}</translation>
    </message>
    <message>
        <location filename="../../ui/training_curves.py"/>
        <source>{minutes} min left</source>
        <translation>残り{minutes}分</translation>
    </message>
</context>
<context>
    <name>TrainingForm</name>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>U-Net: map landslides</source>
        <translation>U-Net: 斜面崩壊を地図化</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>Mask R-CNN: count landslides</source>
        <translation>Mask R-CNN: 斜面崩壊を計数</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>A U-Net says for each pixel how likely it is landslide. A Mask R-CNN finds landslides one by one, also where they touch; its training takes longer.</source>
        <translation>U-Netは、各ピクセルが斜面崩壊である確率を求めます。Mask R-CNNは、接しているものも含めて斜面崩壊を1つずつ検出しますが、学習に時間がかかります。</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>Share of the image that does not train, in the south, so that the model is judged on ground that it has not seen. There must be landslides in both parts.</source>
        <translation>画像のうち、学習に使わない南側の部分の割合。モデルは、学習していない場所で評価されます。どちらの部分にも斜面崩壊が必要です。</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>Name of the model that is made. An unfinished training of this name goes on.</source>
        <translation>作成するモデルの名前。この名前の未完了の学習があれば再開します。</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>&amp;Kind</source>
        <translation>種類(&amp;K)</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>Start &amp;from</source>
        <translation>開始元(&amp;F)</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>&amp;Preset</source>
        <translation>プリセット(&amp;P)</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>&amp;Validation</source>
        <translation>検証(&amp;V)</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>Na&amp;me</source>
        <translation>名前(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../ui/training_form.py"/>
        <source>nothing (random weights)</source>
        <translation>なし（ランダムな重み）</translation>
    </message>
</context>
<context>
    <name>TrainingList</name>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>Trainings</source>
        <translation>学習</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>&amp;Cancel</source>
        <translation>キャンセル(&amp;C)</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>&amp;Go On</source>
        <translation>再開(&amp;G)</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>Start it again with the same values; it goes on from its last finished epoch.</source>
        <translation>同じ値でもう一度開始します。最後に完了したエポックから再開します。</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>&amp;Report</source>
        <translation>レポート(&amp;R)</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>Open the report of the training: curves, scores, settings and sample maps.</source>
        <translation>学習のレポート（曲線、評価値、設定、地図の例）を開きます。</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>{} %</source>
        <translation>{} %</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>done, F1 {}</source>
        <translation>完了、F1 {}</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <location filename="../../ui/training_list.py"/>
        <source>cancelled</source>
        <translation>キャンセル済み</translation>
    </message>
</context>
</TS>
