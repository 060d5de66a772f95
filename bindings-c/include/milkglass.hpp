/*
 * The C++17 interface of Milkglass: owners for the handles of milkglass.h, exceptions for its result codes.
 *
 * Everything is inline over the C functions, so the ABI is that of the C library. Text goes in as std::string_view and
 * comes out as std::string; results are JSON, as in C. Objects may be used by several threads at a time, and moved, not
 * copied. A moved-from object may only be destroyed or assigned to.
 */
#ifndef MILKGLASS_HPP
#define MILKGLASS_HPP

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "milkglass.h"

namespace milkglass {

/** What a failed call throws. Neither message nor name hold visitor data. */
class Error : public std::exception {
 public:
  explicit Error(milkglass_result code) : code_(code) {
    const milkglass_error *last = milkglass_last_error();
    const char *name = milkglass_result_name(code);
    name_ = name ? name : "unknown";
    retryable_ = milkglass_result_is_retryable(code);
    if (last && last->code == code) {
      message_ = last->message;
      if (last->offset >= 0) offset_ = static_cast<std::uint64_t>(last->offset);
    }
    what_ = name_ + ": " + message_;
    if (offset_) what_ += " (at byte " + std::to_string(*offset_) + ")";
  }

  /** The number, to switch on. */
  milkglass_result code() const noexcept { return code_; }
  /** The code as text, for example "input.json". */
  const std::string &name() const noexcept { return name_; }
  /** What happened, in English; the wording may change. */
  const std::string &message() const noexcept { return message_; }
  /** Where in the input it happened, in bytes from its start, where that is known. */
  std::optional<std::uint64_t> offset() const noexcept { return offset_; }
  /** Whether the same call may succeed later without a change by the caller. */
  bool retryable() const noexcept { return retryable_; }
  const char *what() const noexcept override { return what_.c_str(); }

 private:
  milkglass_result code_;
  std::string name_;
  std::string message_;
  std::string what_;
  std::optional<std::uint64_t> offset_;
  bool retryable_ = false;
};

namespace detail {

inline void check(milkglass_result result) {
  if (result != MILKGLASS_OK) throw Error(result);
}

inline milkglass_slice slice(std::string_view text) noexcept {
  milkglass_slice slice;
  slice.ptr = reinterpret_cast<const std::uint8_t *>(text.data());
  slice.len = text.size();
  return slice;
}

template <auto Free>
struct Deleter {
  template <typename T>
  void operator()(T *handle) const noexcept {
    Free(handle);
  }
};

template <typename T, auto Free>
using Owner = std::unique_ptr<T, Deleter<Free>>;

/** A buffer of the library, freed at the end of the scope. */
class Buffer {
 public:
  Buffer() = default;
  Buffer(const Buffer &) = delete;
  Buffer &operator=(const Buffer &) = delete;
  ~Buffer() { milkglass_buffer_free(&buffer_); }

  milkglass_buffer *out() noexcept { return &buffer_; }
  std::string take() const {
    return buffer_.data ? std::string(reinterpret_cast<const char *>(buffer_.data), buffer_.len) : std::string();
  }

 private:
  milkglass_buffer buffer_ = {nullptr, 0};
};

}  // namespace detail

/** A validated configuration. */
class Config {
 public:
  /** Every setting at its default: the profile "balanced", no site and no notice. */
  Config() : Config(make([](milkglass_config **out) { return milkglass_config_new(out); })) {}

  /** JSON where the name ends in ".json", TOML otherwise. */
  static Config from_file(std::string_view path) {
    return make([&](milkglass_config **out) { return milkglass_config_from_file(detail::slice(path), out); });
  }
  /** An unknown key is an error that names it and the nearest known one. */
  static Config from_toml(std::string_view toml) {
    return make([&](milkglass_config **out) { return milkglass_config_from_toml(detail::slice(toml), out); });
  }
  static Config from_json(std::string_view json) {
    return make([&](milkglass_config **out) { return milkglass_config_from_json(detail::slice(json), out); });
  }

  /** The JSON Schema of the configuration. */
  static std::string schema() {
    detail::Buffer out;
    detail::check(milkglass_config_schema(out.out()));
    return out.take();
  }

  /** What identifies this configuration in notices, uploads and reports. */
  std::string fingerprint() const {
    detail::Buffer out;
    detail::check(milkglass_config_fingerprint(get(), out.out()));
    return out.take();
  }

  const milkglass_config *get() const noexcept { return handle_.get(); }

 private:
  template <typename Call>
  static Config make(Call call) {
    milkglass_config *handle = nullptr;
    detail::check(call(&handle));
    return Config(handle);
  }
  explicit Config(milkglass_config *handle) : handle_(handle) {}

  detail::Owner<milkglass_config, milkglass_config_free> handle_;
};

/** One text that the engine would leave readable. Its views live until the callback returns; empty means none. */
struct Seen {
  /** By the names of the report: "text", "attribute", "url", "input", "css", "custom", ... */
  std::string_view channel;
  /** Tag name of the element that the text belongs to. */
  std::string_view tag;
  /** Name of the attribute, of the style property or of the nearest key of a payload. */
  std::string_view name;
  /** The text, with the engine's masks in it. */
  std::string_view text;
};

/** What a callback says to a text. */
class Answer {
 public:
  /** First and one past the last byte. */
  using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;

  /** Write it as it is. */
  static Answer keep() { return Answer(MILKGLASS_KEEP, {}); }
  /** Mask all of it. */
  static Answer mask() { return Answer(MILKGLASS_MASK, {}); }
  /** Mask these ranges of bytes. One that is out of bounds, backwards or inside a character masks all of it. */
  static Answer hide(Ranges ranges) { return Answer(MILKGLASS_HIDE, std::move(ranges)); }

  milkglass_answer kind() const noexcept { return kind_; }
  const Ranges &ranges() const noexcept { return ranges_; }

 private:
  Answer(milkglass_answer kind, Ranges ranges) : kind_(kind), ranges_(std::move(ranges)) {}

  milkglass_answer kind_;
  Ranges ranges_;
};

/**
 * Asked about every text that the engine would leave readable; it may hide more of it, and nothing else. Called on the
 * thread that called, and on several at once if several call. What it throws masks the text; the first exception is kept
 * for take_examine_error().
 */
using Examine = std::function<Answer(const Seen &)>;

namespace detail {

/** A callback, and what it threw. Shared by the library and by the object that was made with it. */
class Callback {
 public:
  explicit Callback(Examine examine) : examine_(std::move(examine)) {}

  /** What the library takes over: it releases it once, also if the call that it is handed to fails. */
  static milkglass_examine handed(const std::shared_ptr<Callback> &callback) {
    milkglass_examine examine;
    examine.call = &Callback::call;
    examine.userdata = new std::shared_ptr<Callback>(callback);
    examine.release = &Callback::release;
    return examine;
  }

  std::exception_ptr take_error() {
    const std::lock_guard<std::mutex> guard(mutex_);
    return std::exchange(error_, nullptr);
  }

 private:
  static std::string_view view(milkglass_slice slice) noexcept {
    return slice.ptr ? std::string_view(reinterpret_cast<const char *>(slice.ptr), slice.len) : std::string_view();
  }

  /** No exception may leave it: below is Rust. */
  static milkglass_answer call(const milkglass_seen *seen, milkglass_ranges *ranges, void *userdata) noexcept {
    Callback &self = **static_cast<std::shared_ptr<Callback> *>(userdata);
    try {
      const Answer answer = self.examine_({view(seen->channel), view(seen->tag), view(seen->name), view(seen->text)});
      for (const auto &[start, end] : answer.ranges()) milkglass_ranges_add(ranges, start, end);
      return answer.kind();
    } catch (...) {
      const std::lock_guard<std::mutex> guard(self.mutex_);
      if (!self.error_) self.error_ = std::current_exception();
      return UINT32_MAX;
    }
  }

  static void release(void *userdata) noexcept { delete static_cast<std::shared_ptr<Callback> *>(userdata); }

  Examine examine_;
  std::mutex mutex_;
  std::exception_ptr error_;
};

}  // namespace detail

/** Redacted events, in the form they came in, and the counts by channel and reason as JSON. */
struct Redacted {
  std::string bytes;
  std::string report;
};

/** The engine alone: events in, events and a report out. */
class Redactor {
 public:
  explicit Redactor(const Config &config) {
    milkglass_redactor *handle = nullptr;
    detail::check(milkglass_redactor_new(config.get(), &handle));
    handle_.reset(handle);
  }

  /** With a callback that may hide more than the engine does. */
  Redactor(const Config &config, Examine examine) : callback_(std::make_shared<detail::Callback>(std::move(examine))) {
    milkglass_redactor *handle = nullptr;
    detail::check(milkglass_redactor_new_with_examine(config.get(), detail::Callback::handed(callback_), &handle));
    handle_.reset(handle);
  }

  /** One chunk: one event, an array, NDJSON, gzip or zstd. */
  Redacted redact(std::string_view events) const {
    detail::Buffer bytes, report;
    detail::check(milkglass_redactor_redact(handle_.get(), detail::slice(events), bytes.out(), report.out()));
    return {bytes.take(), report.take()};
  }

  /** The first exception of the callback since the last call of this, or null. How many there were is in the reports. */
  std::exception_ptr take_examine_error() const { return callback_ ? callback_->take_error() : nullptr; }

 private:
  std::shared_ptr<detail::Callback> callback_;
  detail::Owner<milkglass_redactor, milkglass_redactor_free> handle_;
};

/** Finds personal data in plain text. */
class Detector {
 public:
  explicit Detector(const Config &config) {
    milkglass_detector *handle = nullptr;
    detail::check(milkglass_detector_new(config.get(), &handle));
    handle_.reset(handle);
  }

  /** A JSON array of {"start", "end", "type", "confidence", "reason"}, with offsets in bytes. */
  std::string scan(std::string_view text) const {
    detail::Buffer out;
    detail::check(milkglass_detector_scan(handle_.get(), detail::slice(text), out.out()));
    return out.take();
  }

 private:
  detail::Owner<milkglass_detector, milkglass_detector_free> handle_;
};

/** One visitor's session, made by Recorder::session. */
class Session {
 public:
  std::string id() const {
    detail::Buffer out;
    detail::check(milkglass_session_id(handle_.get(), out.out()));
    return out.take();
  }

  /** Names the visitor, so that Recorder::erase_visitor finds the session. Give a pseudonym, not a name. */
  void visitor(std::string_view id) { detail::check(milkglass_session_visitor(handle_.get(), detail::slice(id))); }

  /**
   * What the host knows of the visitor is hidden wherever it appears.
   * kind: "name", "email", "phone", "address", "secret" or "other".
   */
  void know(std::string_view kind, std::string_view known) {
    detail::check(milkglass_session_know(handle_.get(), detail::slice(kind), detail::slice(known)));
  }

  /** Redacts events and puts them in the spool. Returns the receipt as JSON, with its verdict. */
  std::string record(std::string_view events) {
    detail::Buffer out;
    detail::check(milkglass_session_record(handle_.get(), detail::slice(events), out.out()));
    return out.take();
  }

  /** The sealed state of the page, for Recorder::resume in another process. */
  std::string save() const {
    detail::Buffer out;
    detail::check(milkglass_session_save(handle_.get(), out.out()));
    return out.take();
  }

  /** The visitor withdrew consent: stops, destroys what waits and has the collector erase what it holds. */
  void withdraw() { detail::check(milkglass_session_withdraw(handle_.get())); }

 private:
  friend class Recorder;
  explicit Session(milkglass_session *handle) : handle_(handle) {}

  detail::Owner<milkglass_session, milkglass_session_free> handle_;
};

/** Takes sessions in and delivers them. One per process. Starts nothing until the first accepted event. */
class Recorder {
 public:
  explicit Recorder(const Config &config) {
    milkglass_recorder *handle = nullptr;
    detail::check(milkglass_recorder_new(config.get(), &handle));
    handle_.reset(handle);
  }

  /** With a callback that may hide more than the engine does, for every session. */
  Recorder(const Config &config, Examine examine) : callback_(std::make_shared<detail::Callback>(std::move(examine))) {
    milkglass_recorder *handle = nullptr;
    detail::check(milkglass_recorder_new_with_examine(config.get(), detail::Callback::handed(callback_), &handle));
    handle_.reset(handle);
  }

  /** The first exception of the callback since the last call of this, or null. How many there were is in the reports. */
  std::exception_ptr take_examine_error() const { return callback_ ? callback_->take_error() : nullptr; }

  /** Signals as JSON in, the decision as JSON out. What is missing or malformed counts against recording. */
  std::string decide(std::string_view signals) const {
    detail::Buffer out;
    detail::check(milkglass_recorder_decide(handle_.get(), detail::slice(signals), out.out()));
    return out.take();
  }

  /** Starts the session of one visit, with what decide returned. */
  Session session(std::string_view id, std::string_view decision) {
    milkglass_session *handle = nullptr;
    detail::check(milkglass_recorder_session(handle_.get(), detail::slice(id), detail::slice(decision), &handle));
    return Session(handle);
  }

  /** Goes on with a session that Session::save saved. */
  Session resume(std::string_view state, std::string_view decision) {
    milkglass_session *handle = nullptr;
    detail::check(milkglass_recorder_resume(handle_.get(), detail::slice(state), detail::slice(decision), &handle));
    return Session(handle);
  }

  /** Delivers what waits; returns what was delivered and what still waits as JSON. */
  std::string flush(std::chrono::milliseconds timeout = std::chrono::seconds(10)) {
    detail::Buffer out;
    detail::check(milkglass_recorder_flush(handle_.get(), count(timeout), out.out()));
    return out.take();
  }

  void withdraw(std::string_view session_id) {
    detail::check(milkglass_recorder_withdraw(handle_.get(), detail::slice(session_id)));
  }

  void erase_visitor(std::string_view visitor_id) {
    detail::check(milkglass_recorder_erase_visitor(handle_.get(), detail::slice(visitor_id)));
  }

  /** The accounts as JSON. */
  std::string stats() const {
    detail::Buffer out;
    detail::check(milkglass_recorder_stats(handle_.get(), out.out()));
    return out.take();
  }

  /** What the host may want to know since the last call, as a JSON array of {"code", "message"}. */
  std::string notices() {
    detail::Buffer out;
    detail::check(milkglass_recorder_notices(handle_.get(), out.out()));
    return out.take();
  }

  std::string fingerprint() const {
    detail::Buffer out;
    detail::check(milkglass_recorder_fingerprint(handle_.get(), out.out()));
    return out.take();
  }

  /** Stops delivering; events are still taken in. */
  void pause() { detail::check(milkglass_recorder_pause(handle_.get())); }
  /** Goes on delivering. */
  void unpause() { detail::check(milkglass_recorder_unpause(handle_.get())); }

  /** Delivers what waits and stops. What is left stays in the spool for the next process. */
  std::string close(std::chrono::milliseconds timeout = std::chrono::seconds(2)) {
    detail::Buffer out;
    detail::check(milkglass_recorder_close(handle_.get(), count(timeout), out.out()));
    return out.take();
  }

 private:
  static std::uint64_t count(std::chrono::milliseconds time) noexcept {
    return time.count() > 0 ? static_cast<std::uint64_t>(time.count()) : 0;
  }

  std::shared_ptr<detail::Callback> callback_;

  detail::Owner<milkglass_recorder, milkglass_recorder_free> handle_;
};

/** The privacy notice that is true of a configuration. */
inline std::string notice(const Config &config, std::string_view language, std::string_view format = "html",
                          std::string_view length = "full") {
  detail::Buffer out;
  detail::check(milkglass_notice(config.get(), detail::slice(language), detail::slice(format), detail::slice(length),
                                 out.out()));
  return out.take();
}

/** What the law asks of a configuration, as JSON; by default where the configuration says visitors are. */
inline std::string assess(const Config &config, const std::vector<std::string_view> &jurisdictions = {}) {
  std::vector<milkglass_slice> slices;
  slices.reserve(jurisdictions.size());
  for (std::string_view jurisdiction : jurisdictions) slices.push_back(detail::slice(jurisdiction));
  detail::Buffer out;
  detail::check(milkglass_assess(config.get(), slices.data(), slices.size(), out.out()));
  return out.take();
}

/** The fields of a page that should be marked sensitive and are not, as a JSON array. */
inline std::string lint_page(std::string_view html, const Config &config) {
  detail::Buffer out;
  detail::check(milkglass_lint_page(detail::slice(html), config.get(), out.out()));
  return out.take();
}

/** The findings of several pages, each its path and its text, as one SARIF 2.1.0 log. */
inline std::string lint_sarif(const std::vector<std::pair<std::string_view, std::string_view>> &pages,
                              const Config &config) {
  std::vector<milkglass_slice> paths, texts;
  for (const auto &page : pages) {
    paths.push_back(detail::slice(page.first));
    texts.push_back(detail::slice(page.second));
  }
  detail::Buffer out;
  detail::check(milkglass_lint_sarif(paths.data(), texts.data(), pages.size(), config.get(), out.out()));
  return out.take();
}

/** The papers beside the notice, as JSON: "record" (Art. 30 GDPR), "dpia", "storage" and "processors". */
inline std::string accountability(const Config &config) {
  detail::Buffer out;
  detail::check(milkglass_accountability(config.get(), out.out()));
  return out.take();
}

/** Whether a published page or text still says what the configuration says, as JSON. */
inline std::string check_notice(const Config &config, std::string_view language, std::string_view published,
                                std::string_view length = "full") {
  detail::Buffer out;
  detail::check(milkglass_check_notice(config.get(), detail::slice(language), detail::slice(published),
                                       detail::slice(length), out.out()));
  return out.take();
}

/** Whether visitors who agreed under one configuration must be asked again under another, as JSON. */
inline std::string requires_renewal(const Config &before, const Config &after) {
  detail::Buffer out;
  detail::check(milkglass_requires_renewal(before.get(), after.get(), out.out()));
  return out.take();
}

/** The languages of the notice, as a JSON array. */
inline std::string locales() {
  detail::Buffer out;
  detail::check(milkglass_locales(out.out()));
  return out.take();
}

/** Proof of what a visitor was asked and answered. Keep json(), and the head where whoever can write it can't. */
class ConsentRecord {
 public:
  /** The entity id is the host's pseudonym of the visitor. */
  ConsentRecord(std::string_view record_id, std::string_view entity_id) {
    detail::Buffer out;
    detail::check(milkglass_consent_record_new(detail::slice(record_id), detail::slice(entity_id), out.out()));
    json_ = out.take();
  }

  /** Reads a record and verifies it; with its head also that no end was cut. */
  static ConsentRecord from_json(std::string_view json, std::string_view head = {}) {
    ConsentRecord record;
    record.json_ = json;
    record.standing(std::nullopt, head);
    return record;
  }

  /** Adds an event, as JSON: see milkglass_consent_record_append. */
  void append(std::string_view happened, const Config &config) {
    detail::Buffer out;
    detail::check(
        milkglass_consent_record_append(detail::slice(json_), detail::slice(happened), config.get(), out.out()));
    json_ = out.take();
  }

  /** Where the consent stands, as JSON; by default now. Throws if the record does not verify. */
  std::string standing(std::optional<std::int64_t> now = std::nullopt, std::string_view head = {}) const {
    detail::Buffer out;
    detail::check(
        milkglass_consent_record_standing(detail::slice(json_), detail::slice(head), now.value_or(-1), out.out()));
    return out.take();
  }

  const std::string &json() const noexcept { return json_; }

  /** In the terms of the W3C Data Privacy Vocabulary. */
  std::string json_ld() const {
    detail::Buffer out;
    detail::check(milkglass_consent_record_export(detail::slice(json_), out.out()));
    return out.take();
  }

 private:
  ConsentRecord() = default;
  std::string json_;
};

/**
 * The recorder's set-up for the page, which masks in the browser what the engine masks here.
 * format: "js", "module" or "json". endpoint: the path at which the host takes events; never the collector's.
 */
inline std::string snippet(const Config &config, std::string_view format = "js",
                           std::string_view endpoint = "/milkglass/events") {
  detail::Buffer out;
  detail::check(milkglass_snippet(config.get(), detail::slice(format), detail::slice(endpoint), out.out()));
  return out.take();
}

}  // namespace milkglass

#endif /* MILKGLASS_HPP */
