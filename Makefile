# make demo   build, and run the main job on the embedded example
# make test   install what the tests need, then run every check and test
# make bench  time plan.Make at 28, 300 and 3,000 offices

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := build

TOOLS := $(CURDIR)/.tools
STATICCHECK_VERSION := v0.8.2
STATICCHECK := $(TOOLS)/staticcheck-$(STATICCHECK_VERSION)
GO_SOURCES := $(shell git ls-files '*.go' go.mod go.sum 2>/dev/null)
VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo unknown)

# Packages that work on several cores at once; their tests run under the race detector.
CONCURRENT := ./schedule/... ./internal/plan/... ./locate/... ./travel/...

.PHONY: build demo test check unit race documents bench generate clean

build: bin/etablera

bin/etablera: $(GO_SOURCES)
	CGO_ENABLED=0 go build -trimpath -ldflags "-X main.version=$(VERSION)" -o $@ ./cmd/etablera

demo: build
	bin/etablera plan
	bin/etablera check
	bin/etablera report --out out

test: check unit race

# The linters: format, vet, staticcheck. Layering and package comments are tests
# of their own (architecture_test.go).
check: $(STATICCHECK)
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); \
	if [ -n "$$unformatted" ]; then echo "not gofmt'ed:"; echo "$$unformatted"; exit 1; fi
	go vet ./...
	$(STATICCHECK) ./...
	go mod verify >/dev/null

$(STATICCHECK):
	GOBIN=$(TOOLS) go install honnef.co/go/tools/cmd/staticcheck@$(STATICCHECK_VERSION)
	mv $(TOOLS)/staticcheck $@

unit: .tools/documents
	go test ./...

race: .tools/compiler
	CGO_ENABLED=1 go test -race -short $(CONCURRENT)

# The race detector needs a C compiler, the test that opens our documents needs
# LibreOffice and pdftoppm. Where they cannot be installed that test skips, saying so.
.tools/compiler:
	@mkdir -p $(TOOLS)
	@command -v gcc >/dev/null || (apt-get update -q && apt-get install -y -q --no-install-recommends gcc libc6-dev)
	@touch $@

.tools/documents:
	@mkdir -p $(TOOLS)
	@command -v soffice >/dev/null && command -v pdftoppm >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -q && \
	    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends libreoffice-writer libreoffice-calc poppler-utils fonts-liberation; } || \
	  echo "LibreOffice is not here and cannot be installed: the test that opens documents will skip"
	@touch $@

bench:
	bench/plan.sh
	go test -run '^$$' -bench . -benchmem ./schedule ./internal/plan

generate:
	go generate ./...

clean:
	rm -rf bin out .tools
