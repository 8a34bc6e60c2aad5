"""From pixels to landslides: scenes, windows, inference, probability rasters, polygons, scores.

Imports NumPy, GDAL, ONNX Runtime and the standard library, and neither QGIS nor PyTorch, so that it
runs anywhere Python and GDAL do.
"""
