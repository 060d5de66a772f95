/* The C interface itself: ownership, NULLs, error codes, threads and the caught panic. What the calls compute is the
 * business of the conformance vectors. */

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "milkglass.h"

static int checks = 0;

#define CHECK(condition)                                                       \
  do {                                                                         \
    checks++;                                                                  \
    if (!(condition)) {                                                        \
      fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);          \
      exit(1);                                                                 \
    }                                                                          \
  } while (0)

static const char EVENTS[] = "[{\"type\":4,\"timestamp\":1,\"data\":{\"href\":\"https://shop.example/\","
                             "\"width\":800,\"height\":600}}]";

static milkglass_config *config_of(const char *toml) {
  milkglass_config *config = NULL;
  CHECK(milkglass_config_from_toml(milkglass_str(toml), &config) == MILKGLASS_OK);
  CHECK(config != NULL);
  return config;
}

static void test_errors(void) {
  CHECK(milkglass_last_error() == NULL);
  milkglass_config *config = (milkglass_config *)&checks;
  CHECK(milkglass_config_from_toml(milkglass_str("not = = toml"), &config) == MILKGLASS_ERROR_CONFIG_SYNTAX);
  CHECK(config == NULL);
  const milkglass_error *error = milkglass_last_error();
  CHECK(error != NULL && error->code == MILKGLASS_ERROR_CONFIG_SYNTAX);
  CHECK(strcmp(error->name, "config.syntax") == 0);
  CHECK(strlen(error->message) > 0);
  CHECK(!error->retryable);

  CHECK(milkglass_config_from_toml(milkglass_str("[privacy]\nprofil = \"strict\""), &config) ==
        MILKGLASS_ERROR_CONFIG_UNKNOWN_KEY);
  CHECK(strstr(milkglass_last_error()->message, "profile") != NULL);

  /* A call that succeeds leaves the last error. */
  milkglass_config_free(config_of(""));
  CHECK(milkglass_last_error()->code == MILKGLASS_ERROR_CONFIG_UNKNOWN_KEY);

  /* The whole table: each number has a name and comes back as itself, with its fields. */
  int codes = 0;
  for (int number = 1; number < 1000; number++) {
    const char *name = milkglass_result_name((milkglass_result)number);
    if (!name) {
      CHECK(milkglass_test_error((milkglass_result)number) == MILKGLASS_OK);
      continue;
    }
    codes++;
    CHECK(milkglass_test_error((milkglass_result)number) == (milkglass_result)number);
    error = milkglass_last_error();
    CHECK((int)error->code == number && error->offset == 7);
    CHECK(strcmp(error->name, name) == 0);
    CHECK(error->retryable == milkglass_result_is_retryable((milkglass_result)number));
  }
  CHECK(codes >= 30);
  CHECK(strcmp(milkglass_result_name(MILKGLASS_OK), "ok") == 0);
}

static void test_panic(void) {
  CHECK(milkglass_test_panic() == MILKGLASS_ERROR_INTERNAL_PANIC);
  CHECK(strcmp(milkglass_last_error()->name, "internal.panic") == 0);
}

static void test_nulls(void) {
  milkglass_config *config = (milkglass_config *)&checks;
  milkglass_redactor *redactor = NULL;
  milkglass_buffer buffer = {(uint8_t *)&checks, 3};
  milkglass_slice bad = {NULL, 1};

  CHECK(milkglass_config_from_toml(milkglass_str(""), NULL) == MILKGLASS_ERROR_STATE_ARGUMENT);
  CHECK(milkglass_config_from_toml(bad, &config) == MILKGLASS_ERROR_STATE_ARGUMENT);
  CHECK(config == NULL);
  config = config_of("");
  CHECK(milkglass_redactor_new(NULL, &redactor) == MILKGLASS_ERROR_STATE_ARGUMENT);
  CHECK(milkglass_redactor_redact(NULL, milkglass_str(EVENTS), &buffer, NULL) == MILKGLASS_ERROR_STATE_ARGUMENT);
  CHECK(buffer.data == NULL && buffer.len == 0);
  CHECK(milkglass_redactor_new(config, &redactor) == MILKGLASS_OK);
  CHECK(milkglass_redactor_redact(redactor, milkglass_str(EVENTS), NULL, NULL) == MILKGLASS_ERROR_STATE_ARGUMENT);
  CHECK(milkglass_session_record(NULL, milkglass_str(EVENTS), NULL) == MILKGLASS_ERROR_STATE_ARGUMENT);
  CHECK(milkglass_recorder_stats(NULL, &buffer) == MILKGLASS_ERROR_STATE_ARGUMENT);

  milkglass_redactor_free(redactor);
  milkglass_config_free(config);
  milkglass_buffer_free(NULL);
  milkglass_buffer_free(&buffer);
  milkglass_config_free(NULL);
  milkglass_redactor_free(NULL);
  milkglass_detector_free(NULL);
  milkglass_recorder_free(NULL);
  milkglass_session_free(NULL);
}

static void test_buffers(void) {
  milkglass_config *config = config_of("");
  milkglass_buffer text;
  CHECK(milkglass_config_fingerprint(config, &text) == MILKGLASS_OK);
  CHECK(text.len == 36 && strlen((const char *)text.data) == text.len);
  CHECK(strncmp((const char *)text.data, "mg1-", 4) == 0);
  milkglass_buffer_free(&text);
  CHECK(text.data == NULL && text.len == 0);
  milkglass_buffer_free(&text);
  CHECK(milkglass_config_schema(&text) == MILKGLASS_OK && text.data[0] == '{');
  milkglass_buffer_free(&text);
  milkglass_config_free(config);
}

static void test_redaction(void) {
  milkglass_config *config = config_of("");
  milkglass_redactor *redactor = NULL;
  CHECK(milkglass_redactor_new(config, &redactor) == MILKGLASS_OK);
  /* A redactor outlives the configuration it was made from. */
  milkglass_config_free(config);
  milkglass_buffer out, report;
  CHECK(milkglass_redactor_redact(redactor, milkglass_str(EVENTS), &out, &report) == MILKGLASS_OK);
  CHECK(out.len > 0 && out.data[0] == '[' && report.data[0] == '{');
  milkglass_buffer_free(&out);
  milkglass_buffer_free(&report);
  CHECK(milkglass_redactor_redact(redactor, milkglass_str("[{"), &out, NULL) == MILKGLASS_ERROR_INPUT_JSON);
  CHECK(out.data == NULL);
  CHECK(milkglass_last_error()->offset >= 0);
  milkglass_redactor_free(redactor);
}

static void test_sessions(const char *toml) {
  milkglass_config *config = config_of(toml);
  milkglass_recorder *recorder = NULL;
  CHECK(milkglass_recorder_new(config, &recorder) == MILKGLASS_OK);
  milkglass_config_free(config);
  CHECK(milkglass_recorder_pause(recorder) == MILKGLASS_OK);

  milkglass_buffer decision, receipt, state, id;
  milkglass_session *session = NULL, *resumed = NULL;
  CHECK(milkglass_recorder_decide(recorder, milkglass_str("{\"explicit\":{\"granted\":true}}"), &decision) ==
        MILKGLASS_OK);
  CHECK(strstr((const char *)decision.data, "\"allow\":true") != NULL);
  CHECK(milkglass_recorder_decide(recorder, milkglass_str("{\"explicitt\":1}"), &receipt) ==
        MILKGLASS_ERROR_CONSENT_MALFORMED);
  CHECK(milkglass_recorder_session(recorder, milkglass_str("s-1"), milkglass_str("{}"), &session) ==
        MILKGLASS_ERROR_STATE_ARGUMENT);
  CHECK(milkglass_recorder_session(recorder, milkglass_str("s-1"), milkglass_bytes(decision), &session) == MILKGLASS_OK);
  CHECK(milkglass_session_id(session, &id) == MILKGLASS_OK && strcmp((const char *)id.data, "s-1") == 0);
  milkglass_buffer_free(&id);
  CHECK(milkglass_session_know(session, milkglass_str("name"), milkglass_str("Erika \"Rika\" Muster")) == MILKGLASS_OK);
  CHECK(milkglass_session_know(session, milkglass_str("shoe size"), milkglass_str("38")) ==
        MILKGLASS_ERROR_STATE_ARGUMENT);
  CHECK(milkglass_session_record(session, milkglass_str(EVENTS), &receipt) == MILKGLASS_OK);
  CHECK(strstr((const char *)receipt.data, "\"verdict\":\"accepted\"") != NULL);
  milkglass_buffer_free(&receipt);
  CHECK(milkglass_session_save(session, &state) == MILKGLASS_OK && state.len > 0);
  CHECK(milkglass_recorder_resume(recorder, milkglass_bytes(state), milkglass_bytes(decision), &resumed) == MILKGLASS_OK);
  milkglass_session_free(session);
  CHECK(milkglass_recorder_resume(recorder, milkglass_str("no state"), milkglass_bytes(decision), &session) ==
        MILKGLASS_ERROR_STATE_FOREIGN);
  CHECK(session == NULL);
  milkglass_buffer_free(&state);
  CHECK(milkglass_session_withdraw(resumed) == MILKGLASS_OK);
  milkglass_session_free(resumed);
  milkglass_buffer_free(&decision);

  milkglass_buffer stats;
  CHECK(milkglass_recorder_stats(recorder, &stats) == MILKGLASS_OK && stats.data[0] == '{');
  milkglass_buffer_free(&stats);
  CHECK(milkglass_recorder_close(recorder, 0, NULL) == MILKGLASS_OK);
  milkglass_recorder_free(recorder);
}

struct job {
  const milkglass_redactor *redactor;
  int number;
};

static void *work(void *argument) {
  const struct job *job = argument;
  for (int i = 0; i < 200; i++) {
    milkglass_buffer out;
    if (milkglass_redactor_redact(job->redactor, milkglass_str(EVENTS), &out, NULL) != MILKGLASS_OK) return argument;
    milkglass_buffer_free(&out);
    /* The last error is the thread's own. */
    milkglass_result code = job->number % 2 ? MILKGLASS_ERROR_INPUT_JSON : MILKGLASS_ERROR_STORAGE_FULL;
    if (milkglass_test_error(code) != code || milkglass_last_error()->code != code) return argument;
  }
  return NULL;
}

static void test_threads(void) {
  milkglass_config *config = config_of("");
  milkglass_redactor *redactor = NULL;
  CHECK(milkglass_redactor_new(config, &redactor) == MILKGLASS_OK);
  pthread_t threads[4];
  struct job jobs[4];
  for (int i = 0; i < 4; i++) {
    jobs[i].redactor = redactor;
    jobs[i].number = i;
    CHECK(pthread_create(&threads[i], NULL, work, &jobs[i]) == 0);
  }
  for (int i = 0; i < 4; i++) {
    void *failure = NULL;
    CHECK(pthread_join(threads[i], &failure) == 0 && failure == NULL);
  }
  milkglass_redactor_free(redactor);
  milkglass_config_free(config);
}

/* ---- the host's own callback ---- */

static const char NOTE[] = "[{\"type\":5,\"timestamp\":1,\"data\":{\"tag\":\"t\",\"payload\":{\"note\":\"gr\u00f6\u00dfer T-41\","
                           "\"mail\":\"erika@example.com\",\"password\":\"kumquat\"}}}]";
#define DOTS "\u2022\u2022\u2022"
#define FIVE DOTS "\u2022\u2022"

struct host {
  int mode;
  int asked;
  int secrets;
  int released;
  milkglass_session *session;
};

static int same(milkglass_slice slice, const char *text) {
  return slice.len == strlen(text) && memcmp(slice.ptr, text, slice.len) == 0;
}

static int has(milkglass_slice slice, const char *part) {
  for (size_t i = 0; i + strlen(part) <= slice.len; i++) {
    if (memcmp(slice.ptr + i, part, strlen(part)) == 0) return 1;
  }
  return 0;
}

static milkglass_answer examine(const milkglass_seen *seen, milkglass_ranges *ranges, void *userdata) {
  struct host *host = userdata;
  host->asked++;
  host->secrets += has(seen->text, "erika") || has(seen->text, "kumquat");
  if (!same(seen->name, "note")) return MILKGLASS_KEEP;
  if (!same(seen->channel, "custom") || seen->tag.ptr != NULL) return 99;
  if (host->session && milkglass_session_record(host->session, milkglass_str("[]"), NULL) != MILKGLASS_ERROR_STATE_REENTRANT) {
    return 98;
  }
  switch (host->mode) {
    case 0: return MILKGLASS_KEEP;
    case 1: return MILKGLASS_MASK;
    case 2: /* "gr\u00f6\u00dfer T-41": the ticket, twice and out of order */
      milkglass_ranges_add(ranges, 11, 13);
      milkglass_ranges_add(ranges, 9, 13);
      return MILKGLASS_HIDE;
    case 3: milkglass_ranges_add(ranges, 0, 14); return MILKGLASS_HIDE;
    case 4: milkglass_ranges_add(ranges, 3, 4); return MILKGLASS_HIDE; /* inside a character */
    case 5: milkglass_ranges_add(ranges, 5, 2); return MILKGLASS_HIDE;
    default: return 7;
  }
}

static void release(void *userdata) { ((struct host *)userdata)->released++; }

static milkglass_examine examine_of(struct host *host) {
  milkglass_examine made = {examine, host, release};
  return made;
}

static void test_examine(void) {
  static const char *const texts[] = {"\"gr\u00f6\u00dfer T-41\"", "\"" FIVE " " FIVE "\"", "\"gr\u00f6\u00dfer " DOTS "\""};
  milkglass_config *config = config_of("");
  for (int mode = 0; mode < 7; mode++) {
    struct host host = {mode, 0, 0, 0, NULL};
    milkglass_redactor *redactor = NULL;
    milkglass_buffer out, report;
    CHECK(milkglass_redactor_new_with_examine(config, examine_of(&host), &redactor) == MILKGLASS_OK);
    CHECK(milkglass_redactor_redact(redactor, milkglass_str(NOTE), &out, &report) == MILKGLASS_OK);
    CHECK(host.asked > 0 && host.secrets == 0);
    CHECK(strstr((const char *)out.data, texts[mode > 2 ? 1 : mode]) != NULL);
    /* What the engine hides stays hidden, whatever the callback says. */
    CHECK(strstr((const char *)out.data, "erika") == NULL && strstr((const char *)out.data, "kumquat") == NULL);
    CHECK((strstr((const char *)report.data, "\"host\":1") != NULL) == (mode == 1 || mode == 2));
    CHECK((strstr((const char *)report.data, "\"host_fault\":1") != NULL) == (mode > 2));
    milkglass_buffer_free(&out);
    milkglass_buffer_free(&report);
    CHECK(host.released == 0);
    milkglass_redactor_free(redactor);
    CHECK(host.released == 1);
  }

  /* It is released once, also where the call fails. */
  struct host host = {0, 0, 0, 0, NULL};
  milkglass_redactor *redactor = NULL;
  milkglass_examine none = {NULL, &host, release};
  CHECK(milkglass_redactor_new_with_examine(config, none, &redactor) == MILKGLASS_ERROR_STATE_ARGUMENT && redactor == NULL);
  CHECK(milkglass_redactor_new_with_examine(NULL, examine_of(&host), &redactor) == MILKGLASS_ERROR_STATE_ARGUMENT);
  CHECK(milkglass_redactor_new_with_examine(config, examine_of(&host), NULL) == MILKGLASS_ERROR_STATE_ARGUMENT);
  CHECK(host.released == 3);
  milkglass_config_free(config);
}

static void test_examined_session(const char *toml) {
  struct host host = {1, 0, 0, 0, NULL};
  milkglass_config *config = config_of(toml);
  milkglass_recorder *recorder = NULL;
  milkglass_session *session = NULL;
  milkglass_buffer decision, receipt;
  CHECK(milkglass_recorder_new_with_examine(config, examine_of(&host), &recorder) == MILKGLASS_OK);
  milkglass_config_free(config);
  CHECK(milkglass_recorder_pause(recorder) == MILKGLASS_OK);
  CHECK(milkglass_recorder_decide(recorder, milkglass_str("{\"explicit\":{\"granted\":true}}"), &decision) == MILKGLASS_OK);
  CHECK(milkglass_recorder_session(recorder, milkglass_str("s-examined"), milkglass_bytes(decision), &session) == MILKGLASS_OK);
  host.session = session;
  CHECK(milkglass_session_record(session, milkglass_str(NOTE), &receipt) == MILKGLASS_OK);
  CHECK(strstr((const char *)receipt.data, "\"accepted\"") != NULL && strstr((const char *)receipt.data, "\"host\":1") != NULL);
  CHECK(milkglass_recorder_close(recorder, 0, NULL) == MILKGLASS_OK);
  /* A session goes on without its recorder, and keeps what the callback works with. */
  milkglass_recorder_free(recorder);
  CHECK(host.released == 0);
  milkglass_session_free(session);
  CHECK(host.released == 1);
  milkglass_buffer_free(&decision);
  milkglass_buffer_free(&receipt);
}

static void test_snippet(void) {
  milkglass_config *config = config_of("[privacy]\nblock = [\".map\"]");
  milkglass_buffer script, fingerprint;
  CHECK(milkglass_config_fingerprint(config, &fingerprint) == MILKGLASS_OK);
  CHECK(milkglass_snippet(config, milkglass_str("js"), milkglass_str(NULL), &script) == MILKGLASS_OK);
  CHECK(strstr((const char *)script.data, (const char *)fingerprint.data) != NULL);
  CHECK(strstr((const char *)script.data, "/milkglass/events") != NULL && strstr((const char *)script.data, ".map") != NULL);
  milkglass_buffer_free(&script);
  CHECK(milkglass_snippet(config, milkglass_str("css"), milkglass_str(NULL), &script) == MILKGLASS_ERROR_STATE_ARGUMENT);
  CHECK(milkglass_snippet(NULL, milkglass_str("js"), milkglass_str(NULL), &script) == MILKGLASS_ERROR_STATE_ARGUMENT);
  milkglass_buffer_free(&fingerprint);
  milkglass_config_free(config);
}

int main(int argc, char **argv) {
  test_errors();
  test_panic();
  test_nulls();
  test_buffers();
  test_redaction();
  test_sessions(argc > 1 ? argv[1] : "");
  test_threads();
  test_examine();
  test_examined_session(argc > 1 ? argv[1] : "");
  test_snippet();
  printf("c: %d checks, library %s\n", checks, milkglass_version());
  return 0;
}
