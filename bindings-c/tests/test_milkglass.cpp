// The C++ header: owners, exceptions and text. What the calls compute is the business of the conformance vectors.

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <stdexcept>
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

const char *const kNote =
    R"([{"type":5,"timestamp":1,"data":{"tag":"t","payload":{"note":"größer T-41","mail":"erika@example.com"}}}])";

void test_examine() {
  const milkglass::Config config;
  std::size_t secrets = 0;
  const milkglass::Redactor hides(config, [&](const milkglass::Seen &seen) {
    if (seen.text.find("erika") != std::string_view::npos) secrets++;
    if (seen.name != "note" || seen.channel != "custom" || !seen.tag.empty()) return milkglass::Answer::keep();
    const std::size_t at = seen.text.find("T-");
    return milkglass::Answer::hide({{at, at + 4}});
  });
  const milkglass::Redacted redacted = hides.redact(kNote);
  CHECK(redacted.bytes.find("größer •••\"") != std::string::npos);
  CHECK(redacted.bytes.find("erika") == std::string::npos && secrets == 0);
  CHECK(redacted.report.find("\"host\":1") != std::string::npos);
  CHECK(hides.take_examine_error() == nullptr);

  const milkglass::Redactor keeps(config, [](const milkglass::Seen &) { return milkglass::Answer::keep(); });
  CHECK(keeps.redact(kNote).bytes == milkglass::Redactor(config).redact(kNote).bytes);
  CHECK(milkglass::Redactor(config).take_examine_error() == nullptr);
  const milkglass::Redactor masks(config, [](const milkglass::Seen &) { return milkglass::Answer::mask(); });
  CHECK(masks.redact(kNote).bytes.find("T-41") == std::string::npos);

  // What it throws masks, does not cross the library, and is there for who asks.
  milkglass::Redactor throws(config, [](const milkglass::Seen &) -> milkglass::Answer { throw std::runtime_error("mine"); });
  const milkglass::Redactor moved = std::move(throws);
  const milkglass::Redacted masked = moved.redact(kNote);
  CHECK(masked.bytes.find("T-41") == std::string::npos && masked.report.find("host_fault") != std::string::npos);
  try {
    std::rethrow_exception(moved.take_examine_error());
  } catch (const std::runtime_error &error) {
    CHECK(std::string(error.what()) == "mine");
  }
  CHECK(moved.take_examine_error() == nullptr);

  // The library lets go of the callback.
  auto held = std::make_shared<int>(1);
  {
    const milkglass::Redactor redactor(config, [held](const milkglass::Seen &) { return milkglass::Answer::keep(); });
    CHECK(held.use_count() == 2);
  }
  CHECK(held.use_count() == 1);
}

void test_examined_session(const char *toml) {
  std::optional<milkglass::Session> session;
  milkglass_result inside = MILKGLASS_OK;
  {
    milkglass::Recorder recorder(milkglass::Config::from_toml(toml), [&](const milkglass::Seen &seen) {
      if (seen.name != "note") return milkglass::Answer::keep();
      try {
        session->record("[]");
      } catch (const milkglass::Error &error) {
        inside = error.code();
      }
      return milkglass::Answer::mask();
    });
    recorder.pause();
    session.emplace(recorder.session("s-cpp-examined", recorder.decide(R"({"explicit":{"granted":true}})")));
    CHECK(session->record(kNote).find("\"host\":1") != std::string::npos);
    CHECK(inside == MILKGLASS_ERROR_STATE_REENTRANT);
    CHECK(recorder.take_examine_error() == nullptr);
    recorder.close(std::chrono::milliseconds(0));
  }
}

void test_snippet() {
  const milkglass::Config config;
  CHECK(milkglass::snippet(config).find(config.fingerprint()) != std::string::npos);
  CHECK(milkglass::snippet(config, "json", "/api/events").find("\"endpoint\": \"/api/events\"") != std::string::npos);
}

}  // namespace

int main(int argc, char **argv) {
  test_errors();
  test_values();
  test_papers();
  test_sessions(argc > 1 ? argv[1] : "");
  test_threads();
  test_examine();
  test_examined_session(argc > 1 ? argv[1] : "");
  test_snippet();
  std::printf("c++: %d checks\n", checks);
}
