#ifndef MILKGLASS_H
#define MILKGLASS_H

/* Made from bindings-c/src by cbindgen and compared in tests/header.rs. Do not edit. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The C interface of Milkglass: session recordings without personal data.
 *
 * Result codes: every call that can fail returns a milkglass_result, MILKGLASS_OK (0) on success.
 * milkglass_last_error() says more, per thread.
 *
 * Ownership: what a function returns through an out-parameter is the caller's, who frees it with the function of its type.
 * Out-parameters are set to NULL or empty before anything else, so that freeing after an error is safe. What a caller
 * passes in is read during the call and never kept.
 *
 * NULL: a NULL handle or a NULL out-parameter is MILKGLASS_ERROR_STATE_ARGUMENT, unless the function's comment allows it.
 * Freeing NULL does nothing.
 *
 * Threads: handles may be used by any number of threads at a time; freeing one needs that no other call uses it. The
 * library calls nothing of the caller's but a milkglass_examine, on the thread that called. After a fork handles may be
 * used on in the child.
 *
 * A panic inside the library comes back as MILKGLASS_ERROR_INTERNAL_PANIC; the process goes on.
 */

#if !defined(__cplusplus)
#include <string.h>
#else
#include <cstring>
#endif

/* What calls return. Numbers are never reused; new ones are added at the end of their family. */
typedef enum milkglass_result {
  /* The call succeeded. */
  MILKGLASS_OK = 0,
  /* The configuration is not valid TOML or JSON. */
  MILKGLASS_ERROR_CONFIG_SYNTAX = 101,
  /* The configuration has a key that does not exist. */
  MILKGLASS_ERROR_CONFIG_UNKNOWN_KEY = 102,
  /* A value of the configuration has the wrong type or is out of range. */
  MILKGLASS_ERROR_CONFIG_VALUE = 103,
  /* The configuration lacks a value that this call needs. */
  MILKGLASS_ERROR_CONFIG_MISSING = 104,
  /* A CSS selector of the configuration is malformed or not supported. */
  MILKGLASS_ERROR_CONFIG_SELECTOR = 105,
  /* A pattern of the host's own detectors is malformed or too large. */
  MILKGLASS_ERROR_CONFIG_PATTERN = 106,
  /* The configuration asks for something that this build does not hold. */
  MILKGLASS_ERROR_CONFIG_UNSUPPORTED = 107,
  /* The configuration file can't be read. */
  MILKGLASS_ERROR_CONFIG_READ = 108,
  /* The input is not valid JSON. */
  MILKGLASS_ERROR_INPUT_JSON = 201,
  /* The input is not valid UTF-8. */
  MILKGLASS_ERROR_INPUT_UTF8 = 202,
  /* The input is nested deeper than the limit. */
  MILKGLASS_ERROR_INPUT_DEPTH = 203,
  /* One event is larger than the limit. */
  MILKGLASS_ERROR_INPUT_TOO_LARGE = 204,
  /* A compressed input is truncated or corrupt, or expands beyond the limit. */
  MILKGLASS_ERROR_INPUT_COMPRESSED = 205,
  /* The input is JSON but holds no rrweb events. */
  MILKGLASS_ERROR_INPUT_NOT_EVENTS = 206,
  /* A file or stream can't be read. */
  MILKGLASS_ERROR_INPUT_READ = 207,
  /* A consent signal is malformed. */
  MILKGLASS_ERROR_CONSENT_MALFORMED = 301,
  /* A consent record was altered, cut or reordered. */
  MILKGLASS_ERROR_CONSENT_BROKEN = 302,
  /* No notice exists in that language. */
  MILKGLASS_ERROR_NOTICE_LANGUAGE = 351,
  /* A notice message lacks a variable or does not exist. */
  MILKGLASS_ERROR_NOTICE_MESSAGE = 352,
  /* A file of the spool can't be written or read. */
  MILKGLASS_ERROR_STORAGE_IO = 401,
  /* The disk or the quota is full. */
  MILKGLASS_ERROR_STORAGE_FULL = 402,
  /* A file of the spool is corrupt; it was set aside. */
  MILKGLASS_ERROR_STORAGE_CORRUPT = 403,
  /* The key that seals the spool is missing, malformed or does not fit. */
  MILKGLASS_ERROR_STORAGE_KEY = 404,
  /* An output file can't be written. */
  MILKGLASS_ERROR_OUTPUT_WRITE = 405,
  /* The collector can't be reached. */
  MILKGLASS_ERROR_NETWORK_UNREACHABLE = 501,
  /* The TLS session was refused: certificate, host name, version or pin. */
  MILKGLASS_ERROR_NETWORK_TLS = 502,
  /* The deadline passed. */
  MILKGLASS_ERROR_NETWORK_TIMEOUT = 503,
  /* The collector refused the key. */
  MILKGLASS_ERROR_REMOTE_UNAUTHORIZED = 601,
  /* The collector refused the data. */
  MILKGLASS_ERROR_REMOTE_REFUSED = 602,
  /* The collector is busy. */
  MILKGLASS_ERROR_REMOTE_BUSY = 603,
  /* The recorder is closed. */
  MILKGLASS_ERROR_STATE_CLOSED = 701,
  /* The session was withdrawn; nothing of it is recorded any more. */
  MILKGLASS_ERROR_STATE_WITHDRAWN = 702,
  /* The saved state is corrupt, of another version, or sealed for another key or configuration. */
  MILKGLASS_ERROR_STATE_FOREIGN = 703,
  /* An argument of the call is not valid, for example an empty session id. */
  MILKGLASS_ERROR_STATE_ARGUMENT = 704,
  /* A session was called from inside the host's own callback, which it is waiting for. */
  MILKGLASS_ERROR_STATE_REENTRANT = 705,
  /* A fault of this library; please report it. */
  MILKGLASS_ERROR_INTERNAL_FAULT = 901,
  /* A panic was caught at the language boundary; please report it. */
  MILKGLASS_ERROR_INTERNAL_PANIC = 902,
} milkglass_result;


/**
 * A validated configuration. Never changes: any number of threads may use one at a time.
 */
typedef struct milkglass_config milkglass_config;

/**
 * The detectors of one configuration, compiled. Any number of threads may use one at a time.
 */
typedef struct milkglass_detector milkglass_detector;

/**
 * The ranges that a callback wants hidden. Lives until the callback returns.
 */
typedef struct milkglass_ranges milkglass_ranges;

/**
 * Takes sessions in and delivers them. One per process; any number of threads may use it at a time.
 */
typedef struct milkglass_recorder milkglass_recorder;

/**
 * The redaction engine with its rules compiled. Any number of threads may use one at a time.
 */
typedef struct milkglass_redactor milkglass_redactor;

/**
 * One visitor's session. Any number of threads may use it at a time; events are taken in the order of the calls.
 */
typedef struct milkglass_session milkglass_session;

/**
 * Bytes that the library made and the caller frees with milkglass_buffer_free. A NUL follows the last byte and is not
 * counted, so that text can be printed as it is.
 */
typedef struct milkglass_buffer {
  /**
   * First byte; NULL in an empty or freed buffer.
   */
  uint8_t *data;
  /**
   * Number of bytes without the NUL.
   */
  size_t len;
} milkglass_buffer;

/**
 * What went wrong last on a thread. Neither message nor name hold visitor data.
 */
typedef struct milkglass_error {
  /**
   * The result code that the call returned.
   */
  milkglass_result code;
  /**
   * Whether the same call may succeed later without a change by the caller.
   */
  bool retryable;
  /**
   * Where in the input it happened, in bytes from its start; -1 where that is not known.
   */
  int64_t offset;
  /**
   * The code as text, for example "input.json".
   */
  const char *name;
  /**
   * What happened, in English; the wording may change.
   */
  const char *message;
} milkglass_error;

/**
 * Bytes that the caller owns and the library only reads, for the length of one call. {NULL, 0} is empty.
 */
typedef struct milkglass_slice {
  /**
   * First byte; may be NULL if len is 0.
   */
  const uint8_t *ptr;
  /**
   * Number of bytes.
   */
  size_t len;
} milkglass_slice;

/**
 * What a milkglass_examine says to a text: MILKGLASS_KEEP, MILKGLASS_MASK or MILKGLASS_HIDE. Any other number is a failure:
 * the text is masked, and counted in the report as "host_fault".
 */
typedef uint32_t milkglass_answer;

/**
 * One text that the engine would leave readable. Lives until the callback returns.
 */
typedef struct milkglass_seen {
  /**
   * The channel, by the names of the report: "text", "attribute", "url", "input", "css", "custom", ...
   */
  struct milkglass_slice channel;
  /**
   * Tag name of the element that the text belongs to; {NULL, 0} where there is none or it is not known.
   */
  struct milkglass_slice tag;
  /**
   * Name of the attribute, of the style property or of the nearest key of a payload; {NULL, 0} where there is none.
   */
  struct milkglass_slice name;
  /**
   * The text in UTF-8, with the engine's masks in it; no NUL follows it.
   */
  struct milkglass_slice text;
} milkglass_seen;

/**
 * Asked about every text that the engine would leave readable; it may hide more of it, and nothing else.
 *
 * It is called on the thread that called the library, before that call returns, and on several threads at once if several
 * call. It must return: neither longjmp nor an exception may leave it. Redactors may be used in it; a session that it is
 * asked about may not, which gives MILKGLASS_ERROR_STATE_REENTRANT.
 */
typedef milkglass_answer (*milkglass_examine_call)(const struct milkglass_seen *seen,
                                                   struct milkglass_ranges *ranges,
                                                   void *userdata);

/**
 * A callback and what it works with.
 */
typedef struct milkglass_examine {
  /**
   * The function. NULL is an error.
   */
  milkglass_examine_call call;
  /**
   * Handed to each call. May be NULL.
   */
  void *userdata;
  /**
   * Called once with userdata when nothing uses it any more: when the redactor, or the recorder and its last session, is
   * freed, and also if the function that it was handed to fails. NULL if there is nothing to release.
   */
  void (*release)(void *userdata);
} milkglass_examine;

/**
 * Write the text as it is.
 */
#define MILKGLASS_KEEP 0

/**
 * Mask all of the text.
 */
#define MILKGLASS_MASK 1

/**
 * Mask the ranges that were added.
 */
#define MILKGLASS_HIDE 2

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Frees a buffer and empties it, so that a second call does nothing. NULL and an empty buffer are allowed.
 *
 * Thread-safe on different buffers.
 *
 * The buffer must have been filled by this library and not been copied and freed elsewhere.
 */
void milkglass_buffer_free(struct milkglass_buffer *buffer);

/**
 * The last error of the calling thread, or NULL if no call of this thread failed yet. A call that succeeds leaves it.
 *
 * The pointer and what it points to belong to the library and live until the next call that fails on this thread, or the
 * thread's end.
 */
const struct milkglass_error *milkglass_last_error(void);

/**
 * The text of a result code ("ok", "input.json", ...), or NULL for a number that this library does not know. Static.
 */
const char *milkglass_result_name(milkglass_result result);

/**
 * Whether the same call may succeed later without a change by the caller.
 */
bool milkglass_result_is_retryable(milkglass_result result);

/**
 * The version of the library, for example "0.1.0". Static.
 */
const char *milkglass_version(void);

/**
 * Returns the error of one code, with the offset 7, as any call would. For tests that walk the whole table.
 */
milkglass_result milkglass_test_error(milkglass_result result);

/**
 * Panics inside the library and returns MILKGLASS_ERROR_INTERNAL_PANIC. For tests, which prove that the host survives it.
 */
milkglass_result milkglass_test_panic(void);

/**
 * Makes the configuration with every setting at its default: the profile "balanced", no site and no notice.
 *
 * `out` must be writable. The caller frees it with milkglass_config_free.
 */
milkglass_result milkglass_config_new(struct milkglass_config **out);

/**
 * Reads a configuration from TOML. An unknown key is an error that names it and the nearest known one.
 *
 * `toml` must be readable and `out` writable. The caller frees it with milkglass_config_free.
 */
milkglass_result milkglass_config_from_toml(struct milkglass_slice toml,
                                            struct milkglass_config **out);

/**
 * Reads a configuration from JSON.
 *
 * `json` must be readable and `out` writable. The caller frees it with milkglass_config_free.
 */
milkglass_result milkglass_config_from_json(struct milkglass_slice json,
                                            struct milkglass_config **out);

/**
 * Reads a configuration file: JSON where its name ends in ".json", TOML otherwise.
 *
 * `path` must be readable and `out` writable. The caller frees it with milkglass_config_free.
 */
milkglass_result milkglass_config_from_file(struct milkglass_slice path,
                                            struct milkglass_config **out);

/**
 * Frees a configuration. NULL is allowed. Redactors and recorders made from it go on.
 *
 * No other call may use it at the same time or later.
 */
void milkglass_config_free(struct milkglass_config *config);

/**
 * What identifies this configuration in notices, uploads and reports: "mg1-" and a hash.
 *
 * `config` must be live and `out` writable. The caller frees the buffer.
 */
milkglass_result milkglass_config_fingerprint(const struct milkglass_config *config,
                                              struct milkglass_buffer *out);

/**
 * The JSON Schema of the configuration.
 *
 * `out` must be writable. The caller frees the buffer.
 */
milkglass_result milkglass_config_schema(struct milkglass_buffer *out);

/**
 * Compiles the rules of a configuration.
 *
 * `config` must be live and `out` writable. The caller frees it with milkglass_redactor_free.
 */
milkglass_result milkglass_redactor_new(const struct milkglass_config *config,
                                        struct milkglass_redactor **out);

/**
 * Redacts one chunk of events: one event, an array, NDJSON, gzip or zstd. The result has the form of the input.
 *
 * `out_report` receives the counts by channel and reason as JSON; NULL if they are not wanted.
 *
 * `redactor` must be live, `events` readable and `out` writable. The caller frees the buffers.
 */
milkglass_result milkglass_redactor_redact(const struct milkglass_redactor *redactor,
                                           struct milkglass_slice events,
                                           struct milkglass_buffer *out,
                                           struct milkglass_buffer *out_report);

/**
 * Frees a redactor. NULL is allowed.
 *
 * No other call may use it at the same time or later.
 */
void milkglass_redactor_free(struct milkglass_redactor *redactor);

/**
 * Compiles the detectors of a configuration.
 *
 * `config` must be live and `out` writable. The caller frees it with milkglass_detector_free.
 */
milkglass_result milkglass_detector_new(const struct milkglass_config *config,
                                        struct milkglass_detector **out);

/**
 * Finds personal data in a text: a JSON array of {"start", "end", "type", "confidence", "reason"}, with offsets in bytes.
 *
 * `detector` must be live, `text` readable and `out` writable. The caller frees the buffer.
 */
milkglass_result milkglass_detector_scan(const struct milkglass_detector *detector,
                                         struct milkglass_slice text,
                                         struct milkglass_buffer *out);

/**
 * Frees a detector. NULL is allowed.
 *
 * No other call may use it at the same time or later.
 */
void milkglass_detector_free(struct milkglass_detector *detector);

/**
 * Writes the privacy notice that is true of a configuration.
 *
 * `language`: "de", "en", "fr"; `format`: "text", "markdown", "html", "json", "jsonld", "wordpress"; `length`: "full",
 * "short", "banner".
 *
 * `config` must be live, the slices readable and `out` writable. The caller frees the buffer.
 */
milkglass_result milkglass_notice(const struct milkglass_config *config,
                                  struct milkglass_slice language,
                                  struct milkglass_slice format,
                                  struct milkglass_slice length,
                                  struct milkglass_buffer *out);

/**
 * Says what the law asks of a configuration, with citations, as JSON. With `count` 0, where the configuration says
 * visitors are.
 *
 * `config` must be live, `jurisdictions` an array of `count` readable slices (or NULL if `count` is 0) and `out` writable.
 * The caller frees the buffer.
 */
milkglass_result milkglass_assess(const struct milkglass_config *config,
                                  const struct milkglass_slice *jurisdictions,
                                  size_t count,
                                  struct milkglass_buffer *out);

/**
 * Finds the fields of a page that should be marked sensitive and are not: a JSON array.
 *
 * `html` must be readable, `config` live and `out` writable. The caller frees the buffer.
 */
milkglass_result milkglass_lint_page(struct milkglass_slice html,
                                     const struct milkglass_config *config,
                                     struct milkglass_buffer *out);

/**
 * Writes the recorder's set-up for the page, which masks in the browser what the engine masks here.
 *
 * `format`: "js" (a classic script), "module" (an ES module) or "json" (options of rrweb's record). `endpoint`: the path at
 * which the host takes events, to hand them to milkglass_session_record; never the collector's. {NULL, 0} is
 * "/milkglass/events".
 *
 * `config` must be live, the slices readable and `out` writable. The caller frees the buffer.
 */
milkglass_result milkglass_snippet(const struct milkglass_config *config,
                                   struct milkglass_slice format,
                                   struct milkglass_slice endpoint,
                                   struct milkglass_buffer *out);

/**
 * Writes the papers beside the notice as JSON: record of processing (Art. 30 GDPR), starter for an impact assessment, table of
 * what is stored, list of processors. In English, and no legal advice.
 *
 * `config` must be live and `out` writable. The caller frees the buffer.
 */
milkglass_result milkglass_accountability(const struct milkglass_config *config,
                                          struct milkglass_buffer *out);

/**
 * Compares a published page or text with the configuration: a JSON object with "matches" and "differences".
 *
 * `length`: "full", "short" or "banner".
 *
 * The slices must be readable, `config` live and `out` writable. The caller frees the buffer.
 */
milkglass_result milkglass_check_notice(const struct milkglass_config *config,
                                        struct milkglass_slice language,
                                        struct milkglass_slice published,
                                        struct milkglass_slice length,
                                        struct milkglass_buffer *out);

/**
 * Says whether visitors who agreed under one configuration must be asked again under another: a JSON object with "required" and
 * "changes".
 *
 * `before` and `after` must be live and `out` writable. The caller frees the buffer.
 */
milkglass_result milkglass_requires_renewal(const struct milkglass_config *before,
                                            const struct milkglass_config *after,
                                            struct milkglass_buffer *out);

/**
 * Lists the languages of the notice: a JSON array of {"language", "name", "status", "source_version"}.
 *
 * `out` must be writable. The caller frees the buffer.
 */
milkglass_result milkglass_locales(struct milkglass_buffer *out);

/**
 * Reads several pages and writes what is found as one SARIF 2.1.0 log. `paths` and `pages` belong together one by one.
 *
 * `paths` and `pages` must be arrays of `count` readable slices, `config` live and `out` writable. The caller frees the buffer.
 */
milkglass_result milkglass_lint_sarif(const struct milkglass_slice *paths,
                                      const struct milkglass_slice *pages,
                                      size_t count,
                                      const struct milkglass_config *config,
                                      struct milkglass_buffer *out);

/**
 * Starts an empty consent record and writes it as JSON. `entity_id` is the host's pseudonym of the visitor.
 *
 * The slices must be readable and `out` writable. The caller frees the buffer.
 */
milkglass_result milkglass_consent_record_new(struct milkglass_slice record_id,
                                              struct milkglass_slice entity_id,
                                              struct milkglass_buffer *out);

/**
 * Adds an event to a stored consent record and writes the longer record.
 *
 * `happened` is JSON: {"event", "notice", "language"} and, if wanted, "at" (Unix seconds) and "version"; "event" is one of
 * requested, given, refused, withdrawn, expired, renewed, and "notice" the text that was shown, of which the hash is kept.
 *
 * The slices must be readable, `config` live and `out` writable. The caller frees the buffer.
 */
milkglass_result milkglass_consent_record_append(struct milkglass_slice record,
                                                 struct milkglass_slice happened,
                                                 const struct milkglass_config *config,
                                                 struct milkglass_buffer *out);

/**
 * Verifies a stored consent record and says where it stands: {"state", "expires", "head", "events", "signal"}.
 *
 * `head` is the hash that was kept elsewhere, or empty; `now` Unix seconds, or -1 for the clock.
 *
 * The slices must be readable and `out` writable. The caller frees the buffer.
 */
milkglass_result milkglass_consent_record_standing(struct milkglass_slice record,
                                                   struct milkglass_slice head,
                                                   int64_t now,
                                                   struct milkglass_buffer *out);

/**
 * Writes a stored consent record as JSON-LD, in the terms of the W3C Data Privacy Vocabulary.
 *
 * `record` must be readable and `out` writable. The caller frees the buffer.
 */
milkglass_result milkglass_consent_record_export(struct milkglass_slice record,
                                                 struct milkglass_buffer *out);

/**
 * Opens a recorder. Starts nothing until the first accepted event. After a fork the child starts anew by itself.
 *
 * `config` must be live and `out` writable. The caller frees it with milkglass_recorder_free.
 */
milkglass_result milkglass_recorder_new(const struct milkglass_config *config,
                                        struct milkglass_recorder **out);

/**
 * Says whether a visitor may be recorded, from signals as JSON: {"explicit": {"granted": true, "at": 1790000000,
 * "notice": "mg1-...", "language": "de"}, "headers": {"sec-gpc": "1"}, "age": 17, "jurisdiction": "DE"}, each of them
 * optional. What is missing or malformed counts against recording. `out` receives the decision as JSON.
 *
 * `recorder` must be live, `signals` readable and `out` writable. The caller frees the buffer.
 */
milkglass_result milkglass_recorder_decide(const struct milkglass_recorder *recorder,
                                           struct milkglass_slice signals,
                                           struct milkglass_buffer *out);

/**
 * Starts the session of one visit, with a decision of milkglass_recorder_decide. Without consent its events are refused
 * with the verdict "gated".
 *
 * `recorder` must be live, the slices readable and `out` writable. The caller frees it with milkglass_session_free.
 */
milkglass_result milkglass_recorder_session(const struct milkglass_recorder *recorder,
                                            struct milkglass_slice id,
                                            struct milkglass_slice decision,
                                            struct milkglass_session **out);

/**
 * Goes on with a session that milkglass_session_save saved, in this process or another.
 *
 * `recorder` must be live, the slices readable and `out` writable. The caller frees it with milkglass_session_free.
 */
milkglass_result milkglass_recorder_resume(const struct milkglass_recorder *recorder,
                                           struct milkglass_slice state,
                                           struct milkglass_slice decision,
                                           struct milkglass_session **out);

/**
 * Delivers what waits, for at most `timeout_ms` milliseconds. `out` receives what was delivered and what still waits as
 * JSON; NULL if that is not wanted.
 *
 * `recorder` must be live and `out` NULL or writable. The caller frees the buffer.
 */
milkglass_result milkglass_recorder_flush(const struct milkglass_recorder *recorder,
                                          uint64_t timeout_ms,
                                          struct milkglass_buffer *out);

/**
 * A visitor withdrew consent: stops the session, destroys what waits and has the collector erase what it holds.
 *
 * `recorder` must be live and `session_id` readable.
 */
milkglass_result milkglass_recorder_withdraw(const struct milkglass_recorder *recorder,
                                             struct milkglass_slice session_id);

/**
 * Destroys what waits of one visitor and has the collector erase the rest.
 *
 * `recorder` must be live and `visitor_id` readable.
 */
milkglass_result milkglass_recorder_erase_visitor(const struct milkglass_recorder *recorder,
                                                  struct milkglass_slice visitor_id);

/**
 * The accounts as JSON: "accepted" is the sum of delivered, pending and dropped by reason, at every moment.
 *
 * `recorder` must be live and `out` writable. The caller frees the buffer.
 */
milkglass_result milkglass_recorder_stats(const struct milkglass_recorder *recorder,
                                          struct milkglass_buffer *out);

/**
 * What the host may want to know since the last call, such as that the collector refused the key: a JSON array of
 * {"code", "message"}.
 *
 * `recorder` must be live and `out` writable. The caller frees the buffer.
 */
milkglass_result milkglass_recorder_notices(const struct milkglass_recorder *recorder,
                                            struct milkglass_buffer *out);

/**
 * Stops delivering; events are still taken in.
 *
 * `recorder` must be live.
 */
milkglass_result milkglass_recorder_pause(const struct milkglass_recorder *recorder);

/**
 * Goes on delivering.
 *
 * `recorder` must be live.
 */
milkglass_result milkglass_recorder_unpause(const struct milkglass_recorder *recorder);

/**
 * The fingerprint of the recorder's configuration; each upload carries it.
 *
 * `recorder` must be live and `out` writable. The caller frees the buffer.
 */
milkglass_result milkglass_recorder_fingerprint(const struct milkglass_recorder *recorder,
                                                struct milkglass_buffer *out);

/**
 * Delivers what waits, for at most `timeout_ms` milliseconds, and stops. What is left stays in the spool for the next
 * process. `out` as for milkglass_recorder_flush.
 *
 * `recorder` must be live and `out` NULL or writable. The caller frees the buffer, and the recorder all the same.
 */
milkglass_result milkglass_recorder_close(const struct milkglass_recorder *recorder,
                                          uint64_t timeout_ms,
                                          struct milkglass_buffer *out);

/**
 * Frees a recorder. NULL is allowed. Its sessions go on until they are freed too.
 *
 * No other call may use it at the same time or later.
 */
void milkglass_recorder_free(struct milkglass_recorder *recorder);

/**
 * The id that the host gave.
 *
 * `session` must be live and `out` writable. The caller frees the buffer.
 */
milkglass_result milkglass_session_id(const struct milkglass_session *session,
                                      struct milkglass_buffer *out);

/**
 * Names the visitor, so that milkglass_recorder_erase_visitor finds the session at the collector. Give a pseudonym, not a
 * name.
 *
 * `session` must be live and `id` readable.
 */
milkglass_result milkglass_session_visitor(const struct milkglass_session *session,
                                           struct milkglass_slice id);

/**
 * Tells what the host knows of the visitor: it is hidden wherever it appears. Keyed hashes are kept, no values.
 *
 * `kind`: "name", "email", "phone", "address", "secret" or "other".
 *
 * `session` must be live and the slices readable.
 */
milkglass_result milkglass_session_know(const struct milkglass_session *session,
                                        struct milkglass_slice kind,
                                        struct milkglass_slice known);

/**
 * Redacts events and puts them in the spool: one event, an array, NDJSON, gzip or zstd.
 *
 * `out_receipt` receives {"verdict": "accepted" | "full" | "gated", "events": n, "report": {...}}; NULL if it is not
 * wanted. With "full" (the spool has no room) and "gated" (no consent) nothing was kept.
 *
 * `session` must be live, `events` readable and `out_receipt` NULL or writable. The caller frees the buffer.
 */
milkglass_result milkglass_session_record(const struct milkglass_session *session,
                                          struct milkglass_slice events,
                                          struct milkglass_buffer *out_receipt);

/**
 * The sealed state of the page, for milkglass_recorder_resume in another process. Holds no visitor data.
 *
 * `session` must be live and `out` writable. The caller frees the buffer.
 */
milkglass_result milkglass_session_save(const struct milkglass_session *session,
                                        struct milkglass_buffer *out);

/**
 * The visitor withdrew consent: stops, destroys what waits and has the collector erase what it holds.
 *
 * `session` must be live.
 */
milkglass_result milkglass_session_withdraw(const struct milkglass_session *session);

/**
 * Frees a session. NULL is allowed. What it recorded is delivered all the same.
 *
 * No other call may use it at the same time or later.
 */
void milkglass_session_free(struct milkglass_session *session);

/**
 * Adds a range of bytes to hide, for the answer MILKGLASS_HIDE. Ranges may come in any order and overlap; one that is out of
 * bounds, backwards or inside a character makes the answer a failure.
 *
 * `ranges` must be what the callback was given.
 */
void milkglass_ranges_add(struct milkglass_ranges *ranges,
                          size_t start,
                          size_t end);

/**
 * As milkglass_redactor_new, with a callback of the host.
 *
 * `config` must be live, `examine` as documented there, and `out` writable. The caller frees it with
 * milkglass_redactor_free.
 */
milkglass_result milkglass_redactor_new_with_examine(const struct milkglass_config *config,
                                                     struct milkglass_examine examine,
                                                     struct milkglass_redactor **out);

/**
 * As milkglass_recorder_new, with a callback of the host for every session.
 *
 * As milkglass_redactor_new_with_examine. The caller frees it with milkglass_recorder_free.
 */
milkglass_result milkglass_recorder_new_with_examine(const struct milkglass_config *config,
                                                     struct milkglass_examine examine,
                                                     struct milkglass_recorder **out);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

/* The bytes of a C string, without its NUL. NULL gives the empty slice. */
static inline milkglass_slice milkglass_str(const char *text) {
  milkglass_slice slice;
  slice.ptr = (const uint8_t *)text;
  slice.len = text ? strlen(text) : 0;
  return slice;
}

/* The bytes of a buffer, to hand it on to another call. */
static inline milkglass_slice milkglass_bytes(milkglass_buffer buffer) {
  milkglass_slice slice;
  slice.ptr = buffer.data;
  slice.len = buffer.len;
  return slice;
}

#endif  /* MILKGLASS_H */
