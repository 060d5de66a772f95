# `make demo` shows the product, `make test` runs every test; each sets up what is missing.

.DEFAULT_GOAL := help
.PHONY: help setup demo test bench fuzz lint fmt generate clean

help:
	@echo 'make demo         a recorded visit, redacted, uploaded and replayed (ONCE=1: check it and end)'
	@echo 'make test         every test; ONLY="rust python" runs some'
	@echo 'make bench        throughput beside other libraries; writes docs/benchmarks.md'
	@echo 'make fuzz         each fuzz target for SECONDS_EACH=60 seconds; ONLY="reader redact" runs some'
	@echo 'make lint         formatting, clippy, licences'
	@echo 'make generate     the generated files: schema, error table, C header, types'

setup:
	@scripts/setup.sh

demo: setup
	@scripts/demo.sh $(if $(ONCE),--once,)

test: setup
	@scripts/test.sh $(ONLY)

bench:
	@scripts/bench.sh

fuzz:
	@scripts/fuzz.sh $(ONLY)

lint:
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --profile fast -- -D warnings
	@if command -v cargo-deny >/dev/null; then cargo deny check licenses bans sources; else echo 'skipped: cargo-deny is not installed'; fi

fmt:
	cargo fmt --all

generate:
	@scripts/generate.sh

clean:
	rm -rf target .build bindings-c/build
