# The one entry for people and for CI. `make` alone lists what there is.

SWIFT ?= swift
PREFIX ?= /usr/local
BUILD_FLAGS = --explicit-target-dependency-import-check error
RELEASE_FLAGS = $(BUILD_FLAGS) -c release --static-swift-stdlib
SAMPLE_DATE = 2026-03-31
MUTATIONS = 10000
RESPONSES = 100
SEED = 1

.PHONY: help setup build install demo test check lint samples check-samples asan fuzz bench setup-browser browser-test fhir-test fhir-form-test

help:
	@echo "make setup     install the system libraries that are missing"
	@echo "make build     build the tool for release"
	@echo "make install   put it in PREFIX/bin ($(PREFIX))"
	@echo "make demo      build the example family's chronology and documents into demo/"
	@echo "make test      run the tests"
	@echo "make check     everything that CI checks"
	@echo "make samples   make exports/samples anew from Examples"
	@echo "make setup-browser  install Chromium and the packages of the browser tests"
	@echo "make browser-test   test forms and documents in Chromium (see Tests/BrowserTests)"
	@echo "make fhir-test      check the FHIR Questionnaires with independent software (see Tests/FHIRTests)"
	@echo "make fhir-form-test fill in Questionnaires with Smart Forms in Chromium"
	@echo "make fuzz      give every reader damaged files (see Fuzz/README.md)"
	@echo "make bench     measure against other tools (see Benchmarks/README.md)"

setup:
	@./.ci/setup

build:
	$(SWIFT) build $(RELEASE_FLAGS) --product child-impact

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 "$$($(SWIFT) build $(RELEASE_FLAGS) --show-bin-path)/child-impact" "$(DESTDIR)$(PREFIX)/bin/child-impact"

# Exit 1 is what the example is for: it holds two rows that cannot be used.
demo: setup build
	@"$$($(SWIFT) build $(RELEASE_FLAGS) --show-bin-path)/child-impact" build Examples/harper-family -o demo \
		--as-of $(SAMPLE_DATE) || test $$? -eq 1
	@xmllint --noout --schema exports/schema/chronology.xsd demo/chronology.xml

test: setup
	$(SWIFT) test $(BUILD_FLAGS) --disable-xctest --parallel

lint:
	@./.ci/check-definitions
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks Fuzz

samples:
	$(SWIFT) build $(BUILD_FLAGS) --product child-impact
	@./.ci/samples "$$($(SWIFT) build $(BUILD_FLAGS) --show-bin-path)/child-impact" exports/samples $(SAMPLE_DATE)

check-samples:
	$(SWIFT) build $(BUILD_FLAGS) --product child-impact
	@rm -rf .build/samples
	@./.ci/samples "$$($(SWIFT) build $(BUILD_FLAGS) --show-bin-path)/child-impact" .build/samples $(SAMPLE_DATE)
	@diff -r .build/samples exports/samples || { echo "exports/samples is stale: run 'make samples'"; exit 1; }

asan:
	ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test $(BUILD_FLAGS) --disable-xctest --sanitize=address --scratch-path .build/asan

# The tests come last, so that their own summary closes the output.
check: lint check-samples
	@xmllint --noout --schema exports/schema/chronology.xsd exports/samples/*/chronology.xml
	@xmllint --noout --schema exports/schema/assessment.xsd exports/samples/tools/*.xml
	$(MAKE) asan
	$(MAKE) test

setup-browser:
	@./.ci/setup-browser

browser-test: setup-browser
	$(SWIFT) build $(RELEASE_FLAGS) --product child-impact
	@./Tests/BrowserTests/run "$$($(SWIFT) build $(RELEASE_FLAGS) --show-bin-path)/child-impact"

# The packages of Tests/FHIRTests, in a place of their own.
.build/fhir/requirements.txt: Tests/FHIRTests/requirements.txt
	@rm -rf .build/fhir
	python3 -m venv .build/fhir
	.build/fhir/bin/pip install --quiet --disable-pip-version-check -r $<
	@cp $< $@

fhir-test: .build/fhir/requirements.txt
	$(SWIFT) build $(BUILD_FLAGS) --product child-impact
	@.build/fhir/bin/python Tests/FHIRTests/check_questionnaires.py \
		"$$($(SWIFT) build $(BUILD_FLAGS) --show-bin-path)/child-impact" $(RESPONSES) $(SEED)

# Every tool by its name, or those that are named: make fhir-form-test TOOLS="neglect-screen safety-scale"
TOOLS = $(notdir $(basename $(wildcard tools-definitions/tools/*.xml)))

.build/smart-forms:
	.build/browser/bin/pip install --quiet --disable-pip-version-check --no-deps --target $@ \
		-r Tests/FHIRTests/renderer-requirements.txt

fhir-form-test: setup-browser .build/smart-forms
	$(SWIFT) build $(BUILD_FLAGS) --product child-impact
	@.build/browser/bin/python Tests/FHIRTests/smart_forms.py \
		"$$($(SWIFT) build $(BUILD_FLAGS) --show-bin-path)/child-impact" .build/smart-forms $(TOOLS)

FUZZ_FLAGS = --package-path Fuzz --scratch-path .build/fuzz --sanitize=address -c release

# The list of files that the build keeps does not learn of a file that is added to the package above.
fuzz:
	@rm -f .build/fuzz/release.yaml
	$(SWIFT) build $(FUZZ_FLAGS)
	@./Fuzz/run "$$($(SWIFT) build $(FUZZ_FLAGS) --show-bin-path)/fuzz" $(MUTATIONS) $(SEED)

bench: build
	@./Benchmarks/run "$$($(SWIFT) build $(RELEASE_FLAGS) --show-bin-path)/child-impact"
