/* A host: takes the events of one visit from standard input and hands them to Milkglass. */

#include <milkglass.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int failed(const char *doing) {
  const milkglass_error *error = milkglass_last_error();
  fprintf(stderr, "%s: %s: %s\n", doing, error->name, error->message);
  return 1;
}

static void print(const char *what, const milkglass_buffer *text) {
  printf("%s %s\n", what, text->data ? (const char *)text->data : "");
}

/* Asks whether this visit may be recorded. A real host has the choice from its consent dialogue. */
static milkglass_result decide(milkglass_recorder *recorder, int agreed, milkglass_buffer *decision) {
  char signals[128];
  snprintf(signals, sizeof signals, "{\"explicit\":{\"granted\":%s,\"at\":%lld,\"language\":\"en\"}}",
           agreed ? "true" : "false", (long long)time(NULL));
  return milkglass_recorder_decide(recorder, milkglass_str(signals), decision);
}

/* Records standard input line by line. What can't be read is reported by its code and passed over. */
static void record_lines(milkglass_session *session) {
  char *line = NULL;
  size_t capacity = 0;
  ssize_t len;
  while ((len = getline(&line, &capacity, stdin)) > 0) {
    milkglass_slice events = {(const uint8_t *)line, (size_t)len};
    if (milkglass_session_record(session, events, NULL) != MILKGLASS_OK) failed("record");
  }
  free(line);
}

static int run(milkglass_recorder *recorder, int agreed) {
  milkglass_buffer decision = {NULL, 0}, accounts = {NULL, 0};
  milkglass_session *session = NULL;
  int failure = 1;

  if (decide(recorder, agreed, &decision) != MILKGLASS_OK) {
    failed("decide");
  } else if (milkglass_recorder_session(recorder, milkglass_str("visit-1"), milkglass_bytes(decision), &session) !=
             MILKGLASS_OK) {
    failed("session");
  } else {
    print("decision", &decision);
    record_lines(session);
    /* A collector that can't be reached is no fault of the host: the spool keeps the events for the next process. */
    if (milkglass_recorder_flush(recorder, 2000, NULL) != MILKGLASS_OK) failed("flush");
    if (milkglass_recorder_stats(recorder, &accounts) == MILKGLASS_OK) {
      print("accounts", &accounts);
      failure = 0;
    }
  }
  milkglass_session_free(session);
  milkglass_buffer_free(&decision);
  milkglass_buffer_free(&accounts);
  return failure;
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: %s milkglass.toml agreed|refused < events.ndjson\n", argv[0]);
    return 2;
  }
  milkglass_config *config = NULL;
  milkglass_recorder *recorder = NULL;
  if (milkglass_config_from_file(milkglass_str(argv[1]), &config) != MILKGLASS_OK) return failed("configuration");
  int failure = 1;
  if (milkglass_recorder_new(config, &recorder) != MILKGLASS_OK) {
    failed("recorder");
  } else {
    failure = run(recorder, strcmp(argv[2], "agreed") == 0);
    if (milkglass_recorder_close(recorder, 500, NULL) != MILKGLASS_OK) failed("close");
  }
  milkglass_recorder_free(recorder);
  milkglass_config_free(config);
  return failure;
}
