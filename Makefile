# Image Console. Each target installs what it misses; the steps are in scripts/.

# Where `make demo` and `make console` listen.
PORT ?= 8080
# The most that a first visit may load until the sign-in form is visible: KiB (1,024 bytes) of brotli.
SIZE_BUDGET_KIB := 207
# The same of areas by themselves, without what they share with others.
AREA_BUDGETS_KIB := overview=61 machine_images=39 machine_images_shares=19 machine_images_dialogs=42 enterprise=48 enterprise_policy=32 enterprise_reports=19 enterprise_dialogs=67 connection_check=25 sign_in_other_ways=33 demo=20
# The most that the demo's worker may load.
DEMO_WORKER_BUDGET_KIB := 250

.PHONY: demo console proxies test audit release reproduce mutants build size soak screenshots fmt

demo: ## Build the console and serve it with a simulated cloud
	@scripts/demo.sh $(PORT)

console: ## Build the console and serve it on this machine for CLOUD and REGION, such as open-telekom-cloud and eu-de
	@scripts/console.sh "$(CLOUD)" "$(REGION)" $(PORT)

proxies: ## What deploy/ has for nginx and Caddy, from deploy/examples/open-telekom-cloud.json
	@scripts/proxies.sh

test: ## Formatting, lints, native tests, browser tests, end-to-end tests
	@scripts/test.sh

audit: ## Licences, origins and known faults of everything that is linked, by deny.toml
	@scripts/audit.sh

release: ## target/archive/image-console-….tar.gz: what is put on a server, from the newest commit
	@scripts/release.sh

reproduce: ## Whether two builds in two places give the same archive (15 minutes)
	@scripts/reproduce.sh

mutants: ## Whether the tests of the crates that decide notice a change (20 minutes)
	@scripts/mutants.sh

build: ## dist/ and target/release/simulator
	@scripts/build.sh

size: build ## What a first visit, each area and the demo load, against the budgets
	@SIZE_BUDGET_KIB=$(SIZE_BUDGET_KIB) AREA_BUDGETS_KIB="$(AREA_BUDGETS_KIB)" \
	  DEMO_WORKER_BUDGET_KIB=$(DEMO_WORKER_BUDGET_KIB) scripts/size.sh

soak: build ## Whether the memory stays as it is in long use, and the page answers while much is read (11 minutes)
	@scripts/soak.sh

screenshots: build ## Pictures of the pages, into tests/e2e/results/screenshots
	@scripts/screenshots.sh

fmt: ## Format the Rust code
	@scripts/format.sh
