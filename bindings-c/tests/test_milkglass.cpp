// The C++ header: owners, exceptions and text. What the calls compute is the business of the conformance vectors.

#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "milkglass.hpp"

namespace {

int checks = 0;

#define CHECK(condition)                                                      \
  do {                                                                        \
    checks++;                                                                 \
    if (!(condition)) {                                                       \
      std::fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);    \
      std::exit(1);                                                           \
    }                                                                         \
  } while (0)

const char *const kEvents =
    R"([{"type":4,"timestamp":1,"data":{"href":"https://shop.example/","width":800,"height":600}}])";

static_assert(!std::is_copy_constructible_v<milkglass::Config>);
static_assert(std::is_nothrow_move_constructible_v<milkglass::Config>);
static_assert(std::is_nothrow_move_constructible_v<milkglass::Session>);

void test_errors() {
  try {
    milkglass::Config::from_toml("[privacy]\nprofil = 1");
    CHECK(false);
  } catch (const milkglass::Error &error) {
    CHECK(error.code() == MILKGLASS_ERROR_CONFIG_UNKNOWN_KEY);
    CHECK(error.name() == "config.unknown_key");
    CHECK(!error.retryable());
    CHECK(std::string(error.what()).find("profile") != std::string::npos);
  }
  try {
    milkglass::Redactor(milkglass::Config()).redact("[{");
    CHECK(false);
  } catch (const milkglass::Error &error) {
    CHECK(error.code() == MILKGLASS_ERROR_INPUT_JSON);
    CHECK(error.offset().has_value());
  }
}

void test_values() {
  milkglass::Config config = milkglass::Config::from_json(R"({"privacy":{"profile":"strict"}})");
  milkglass::Config moved = std::move(config);
  CHECK(moved.fingerprint().rfind("mg1-", 0) == 0);
  CHECK(milkglass::Config().fingerprint() != moved.fingerprint());
  CHECK(milkglass::Config::schema().front() == '{');
  milkglass::Redacted redacted = milkglass::Redactor(moved).redact(kEvents);
  CHECK(redacted.bytes.front() == '[' && redacted.report.front() == '{');
  CHECK(milkglass::Detector(moved).scan("nothing personal") == "[]");
  CHECK(milkglass::lint_page("<p>nothing</p>", moved) == "[]");
}

void test_papers() {
  const milkglass::Config config;
  CHECK(milkglass::accountability(config).find("no legal advice") != std::string::npos);
  CHECK(milkglass::locales().find("\"language\":\"de\"") != std::string::npos);
  CHECK(milkglass::requires_renewal(config, config) == R"({"required":false,"changes":[]})");
  CHECK(milkglass::lint_sarif({{"a.html", "<input name=iban>"}}, config).find("unmarked-bank") != std::string::npos);
  CHECK(milkglass::lint_sarif({}, config).find("2.1.0") != std::string::npos);
  milkglass::ConsentRecord record("r-1", "v-1");
  record.append(R"({"event":"given","notice":"text","language":"de","at":1790000000})", config);
  CHECK(record.standing(1790000001).find("\"state\":\"given\"") != std::string::npos);
  CHECK(record.json_ld().find("ConsentGiven") != std::string::npos);
  CHECK(milkglass::ConsentRecord::from_json(record.json()).json() == record.json());
  try {
    milkglass::ConsentRecord::from_json(record.json(), "00");
    CHECK(false);
  } catch (const milkglass::Error &error) {
    CHECK(error.code() == MILKGLASS_ERROR_CONSENT_BROKEN);
  }
}

void test_sessions(const char *toml) {
  milkglass::Recorder recorder(milkglass::Config::from_toml(toml));
  recorder.pause();
  const std::string decision = recorder.decide(R"({"explicit":{"granted":true}})");
  std::string state;
  {
    milkglass::Session session = recorder.session("s-cpp", decision);
    session.know("email", "erika@example.com");
    CHECK(session.id() == "s-cpp");
    CHECK(session.record(kEvents).find("\"verdict\":\"accepted\"") != std::string::npos);
    state = session.save();
  }
  recorder.resume(state, decision).withdraw();
  CHECK(recorder.stats().front() == '{');
  CHECK(recorder.fingerprint() == milkglass::Config::from_toml(toml).fingerprint());
  recorder.close(std::chrono::milliseconds(0));
}

void test_threads() {
  const milkglass::Redactor redactor{milkglass::Config()};
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; i++) {
    threads.emplace_back([&redactor] {
      for (int n = 0; n < 100; n++) redactor.redact(kEvents);
    });
  }
  for (std::thread &thread : threads) thread.join();
  checks++;
}

}  // namespace

int main(int argc, char **argv) {
  test_errors();
  test_values();
  test_papers();
  test_sessions(argc > 1 ? argv[1] : "");
  test_threads();
  std::printf("c++: %d checks\n", checks);
}
