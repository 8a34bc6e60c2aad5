# make demo    extract the landslides of a sample event and look at build/demo/demo.png
#              (SCENE=image.tif [REFERENCE=polygons.gpkg] for an image of your own, MODEL=maskrcnn for that model)
# make test    all tests            make lint     style, types, import rules, security
# make bench   speed and memory     make scores   scores of the bundled models (needs DATA=folder)
# make ground  train on ground of one's own and score beside it (CASE=event, or uav or tianshui with DATA=folder)
# make install link the plugin into your QGIS profile     make package   the plugin as zips
# make test-versions   the tests on QGIS 3.40 and 3.44 and on Qt 6 (VERSIONS=qt6 for one, TESTS=tests/ui for some)
# make translations    bring resources/i18n up to date with the texts of the code

SHELL := bash
PYTHON := .venv/bin/python
DATA ?= $(SCARP_DATA)
PROFILE ?= $(HOME)/.local/share/QGIS/QGIS3/profiles/default
export QT_QPA_PLATFORM ?= offscreen

.PHONY: demo test lint bench scores ground install package clean test-versions translations

demo:
	.ci/setup extract demo
	$(PYTHON) benchmarks/demo.py build/demo $(if $(SCENE),--scene "$(SCENE)") $(if $(REFERENCE),--reference "$(REFERENCE)") \
		$(if $(MODEL),--model "$(MODEL)")

test:
	.ci/setup extract demo train develop
	$(PYTHON) -m pytest -q $(TESTS)

lint:
	.ci/setup extract demo train develop
	.venv/bin/ruff check .
	folder=$$(mktemp -d) && ln -s "$(CURDIR)" $$folder/scarp && cd $$folder && "$(CURDIR)/.venv/bin/mypy" \
		--config-file "$(CURDIR)/pyproject.toml" --cache-dir "$(CURDIR)/.mypy_cache" \
		-p scarp.engine -p scarp.models -p scarp.algorithms -p scarp.ui; status=$$?; rm -r $$folder; exit $$status

bench:
	.ci/setup extract demo train develop
	$(PYTHON) benchmarks/bench.py $(BENCH)

scores:
	.ci/setup extract demo train develop
	$(PYTHON) -m scarp.models.evaluate $(if $(MODEL),"$(MODEL)",models/bundled/unet.onnx) --data "$(DATA)"

CASE ?= event
ground:
	.ci/setup extract demo train develop
	$(PYTHON) benchmarks/ground.py $(CASE) build/ground/$(CASE) $(if $(DATA),--data "$(DATA)") \
		$(if $(PRESETS),--presets $(PRESETS))

install:
	.ci/setup extract
	mkdir -p "$(PROFILE)/python/plugins" "$(PROFILE)/scarp"
	ln -sfn "$(CURDIR)" "$(PROFILE)/python/plugins/scarp"
	ln -sfn "$(CURDIR)/.venv" "$(PROFILE)/scarp/environment"
	rm -f "$(PROFILE)/scarp/environment.txt"
	@echo "Start QGIS and enable Scarp under Plugins > Manage and Install Plugins > Installed."

package:
	.ci/setup extract demo train develop
	$(PYTHON) .ci/package.py build

VERSIONS ?= qt6 3.40 3.44
test-versions:
	.ci/versions $(VERSIONS)

translations:
	.ci/setup extract demo train develop
	$(PYTHON) .ci/translate.py update
	$(PYTHON) .ci/translate.py compile

clean:
	rm -rf build .venv .mypy_cache .pytest_cache .ruff_cache
