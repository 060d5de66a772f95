/* Runs the vectors of tests/conformance, whose README says what each key means. Reads JSON with cJSON. */

#include <cjson/cJSON.h>
#include <dirent.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "milkglass.h"

static const char *current = "";
static int failed = 0;

static void fail(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  fprintf(stderr, "FAILED %s: ", current);
  vfprintf(stderr, format, arguments);
  fputc('\n', stderr);
  va_end(arguments);
  failed = 1;
}

static void *must(void *pointer, const char *what) {
  if (!pointer) {
    fprintf(stderr, "FAILED %s: %s\n", current, what);
    exit(1);
  }
  return pointer;
}

/* ---- reading vectors ---- */

static char *read_file(const char *path) {
  FILE *file = must(fopen(path, "rb"), path);
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *text = must(malloc((size_t)size + 1), "memory");
  size_t read = fread(text, 1, (size_t)size, file);
  text[read] = 0;
  fclose(file);
  return text;
}

static int base64_digit(char c) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const char *found = c ? strchr(digits, c) : NULL;
  return found ? (int)(found - digits) : -1;
}

/* Bytes of an input: the caller frees them. */
struct bytes {
  char *data;
  size_t len;
};

static struct bytes decode_base64(const char *text) {
  struct bytes bytes = {must(malloc(strlen(text) + 1), "memory"), 0};
  unsigned bits = 0;
  int count = 0;
  for (; *text && *text != '='; text++) {
    int digit = base64_digit(*text);
    if (digit < 0) {
      fail("input_b64 is not base64");
      break;
    }
    bits = bits << 6 | (unsigned)digit;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes.data[bytes.len++] = (char)(bits >> count & 0xff);
    }
  }
  return bytes;
}

static struct bytes read_input(const cJSON *vector) {
  const cJSON *encoded = cJSON_GetObjectItemCaseSensitive(vector, "input_b64");
  if (encoded) return decode_base64(encoded->valuestring);
  const cJSON *input = cJSON_GetObjectItemCaseSensitive(vector, "input");
  struct bytes bytes = {NULL, 0};
  if (cJSON_IsString(input)) {
    bytes.len = strlen(input->valuestring);
    bytes.data = must(malloc(bytes.len + 1), "memory");
    memcpy(bytes.data, input->valuestring, bytes.len + 1);
  } else if (input) {
    bytes.data = must(cJSON_PrintUnformatted(input), "memory");
    bytes.len = strlen(bytes.data);
  }
  return bytes;
}

static milkglass_slice slice(struct bytes bytes) {
  milkglass_slice slice = {(const uint8_t *)bytes.data, bytes.len};
  return slice;
}

static milkglass_result read_config(const cJSON *value, milkglass_config **config) {
  if (!value) return milkglass_config_new(config);
  if (cJSON_IsString(value)) return milkglass_config_from_toml(milkglass_str(value->valuestring), config);
  char *text = must(cJSON_PrintUnformatted(value), "memory");
  milkglass_result result = milkglass_config_from_json(milkglass_str(text), config);
  free(text);
  return result;
}

/* ---- comparing ---- */

static int matches(const cJSON *pattern, const cJSON *value) {
  const cJSON *part;
  if (!value) return 0;
  if (cJSON_IsObject(pattern)) {
    if (!cJSON_IsObject(value)) return 0;
    cJSON_ArrayForEach(part, pattern) {
      if (!matches(part, cJSON_GetObjectItemCaseSensitive(value, part->string))) return 0;
    }
    return 1;
  }
  if (cJSON_IsArray(pattern)) {
    if (!cJSON_IsArray(value) || cJSON_GetArraySize(pattern) != cJSON_GetArraySize(value)) return 0;
    const cJSON *other = value->child;
    cJSON_ArrayForEach(part, pattern) {
      if (!matches(part, other)) return 0;
      other = other->next;
    }
    return 1;
  }
  return cJSON_Compare(pattern, value, 1);
}

static void check_pattern(const cJSON *expect, const char *key, const char *text) {
  const cJSON *pattern = cJSON_GetObjectItemCaseSensitive(expect, key);
  if (!pattern) return;
  cJSON *value = cJSON_Parse(text ? text : "");
  if (!matches(pattern, value)) fail("%s is %s", key, text ? text : "empty");
  cJSON_Delete(value);
}

/* strstr over bytes that may hold NULs. */
static int contains(const milkglass_buffer *output, const char *text) {
  size_t len = strlen(text);
  for (size_t i = 0; i + len <= output->len; i++) {
    if (memcmp(output->data + i, text, len) == 0) return 1;
  }
  return 0;
}

static void check_output(const cJSON *expect, const milkglass_buffer *output) {
  const cJSON *exact = cJSON_GetObjectItemCaseSensitive(expect, "output");
  if (exact && (strlen(exact->valuestring) != output->len ||
                (output->len && memcmp(exact->valuestring, output->data, output->len) != 0))) {
    fail("output is %s", output->data ? (const char *)output->data : "empty");
  }
  check_pattern(expect, "output_json", (const char *)output->data);
  const cJSON *text;
  cJSON_ArrayForEach(text, cJSON_GetObjectItemCaseSensitive(expect, "contains")) {
    if (!contains(output, text->valuestring)) fail("the output lacks %s", text->valuestring);
  }
  cJSON_ArrayForEach(text, cJSON_GetObjectItemCaseSensitive(expect, "absent")) {
    if (contains(output, text->valuestring)) fail("the output has %s", text->valuestring);
  }
}

/* ---- the areas: each makes its call, checks what is its own and leaves the output ---- */

typedef milkglass_result area_call(const cJSON *vector, const cJSON *expect, milkglass_config *config,
                                   milkglass_slice input, milkglass_buffer *output);

static milkglass_result run_redact(const cJSON *vector, const cJSON *expect, milkglass_config *config,
                                   milkglass_slice input, milkglass_buffer *output) {
  (void)vector;
  milkglass_redactor *redactor = NULL;
  milkglass_buffer report = {NULL, 0};
  milkglass_result result = milkglass_redactor_new(config, &redactor);
  if (result == MILKGLASS_OK) result = milkglass_redactor_redact(redactor, input, output, &report);
  if (result == MILKGLASS_OK) check_pattern(expect, "report", (const char *)report.data);
  milkglass_buffer_free(&report);
  milkglass_redactor_free(redactor);
  return result;
}

static milkglass_result run_consent(const cJSON *vector, const cJSON *expect, milkglass_config *config,
                                    milkglass_slice input, milkglass_buffer *output) {
  (void)vector;
  milkglass_recorder *recorder = NULL;
  milkglass_result result = milkglass_recorder_new(config, &recorder);
  if (result == MILKGLASS_OK) result = milkglass_recorder_decide(recorder, input, output);
  if (result == MILKGLASS_OK) check_pattern(expect, "decision", (const char *)output->data);
  milkglass_recorder_free(recorder);
  return result;
}

static milkglass_result run_session(const cJSON *vector, const cJSON *expect, milkglass_config *config,
                                    milkglass_slice input, milkglass_buffer *output) {
  (void)output;
  milkglass_recorder *recorder = NULL;
  milkglass_session *session = NULL;
  milkglass_buffer decision = {NULL, 0}, receipt = {NULL, 0}, stats = {NULL, 0};
  char *signals = must(cJSON_PrintUnformatted(cJSON_GetObjectItemCaseSensitive(vector, "signals")), "signals");
  milkglass_result result = milkglass_recorder_new(config, &recorder);
  if (result == MILKGLASS_OK) result = milkglass_recorder_pause(recorder);
  if (result == MILKGLASS_OK) result = milkglass_recorder_decide(recorder, milkglass_str(signals), &decision);
  if (result == MILKGLASS_OK) {
    result = milkglass_recorder_session(recorder, milkglass_str("conformance"), milkglass_bytes(decision), &session);
  }
  if (result == MILKGLASS_OK) result = milkglass_session_record(session, input, &receipt);
  if (result == MILKGLASS_OK) result = milkglass_recorder_stats(recorder, &stats);
  if (result == MILKGLASS_OK) {
    check_pattern(expect, "receipt", (const char *)receipt.data);
    check_pattern(expect, "stats", (const char *)stats.data);
  }
  free(signals);
  milkglass_buffer_free(&decision);
  milkglass_buffer_free(&receipt);
  milkglass_buffer_free(&stats);
  milkglass_session_free(session);
  if (recorder) milkglass_recorder_close(recorder, 0, NULL);
  milkglass_recorder_free(recorder);
  return result;
}

static const char *member(const cJSON *object, const char *key, const char *otherwise) {
  const cJSON *value = cJSON_GetObjectItemCaseSensitive(object, key);
  return value ? value->valuestring : otherwise;
}

static milkglass_result run_notice(const cJSON *vector, const cJSON *expect, milkglass_config *config,
                                   milkglass_slice input, milkglass_buffer *output) {
  (void)expect;
  (void)input;
  const cJSON *asked = cJSON_GetObjectItemCaseSensitive(vector, "input");
  return milkglass_notice(config, milkglass_str(member(asked, "language", "")),
                          milkglass_str(member(asked, "format", "html")), milkglass_str(member(asked, "length", "full")),
                          output);
}

static milkglass_result run_assess(const cJSON *vector, const cJSON *expect, milkglass_config *config,
                                   milkglass_slice input, milkglass_buffer *output) {
  (void)input;
  const cJSON *list =
      cJSON_GetObjectItemCaseSensitive(cJSON_GetObjectItemCaseSensitive(vector, "input"), "jurisdictions");
  size_t count = 0;
  milkglass_slice *names = must(calloc((size_t)cJSON_GetArraySize(list) + 1, sizeof *names), "memory");
  const cJSON *name;
  cJSON_ArrayForEach(name, list) names[count++] = milkglass_str(name->valuestring);
  milkglass_result result = milkglass_assess(config, names, count, output);
  if (result == MILKGLASS_OK) check_pattern(expect, "assessment", (const char *)output->data);
  free(names);
  return result;
}

static milkglass_result run_accountability(const cJSON *vector, const cJSON *expect, milkglass_config *config,
                                           milkglass_slice input, milkglass_buffer *output) {
  (void)vector;
  (void)input;
  milkglass_result result = milkglass_accountability(config, output);
  if (result == MILKGLASS_OK) check_pattern(expect, "papers", (const char *)output->data);
  return result;
}

/* The text with what the vector's `replace` says; the caller frees it. */
static char *replaced(const cJSON *asked, const char *text) {
  const cJSON *pair = cJSON_GetObjectItemCaseSensitive(asked, "replace");
  const char *old = pair ? cJSON_GetArrayItem(pair, 0)->valuestring : "";
  const char *new = pair ? cJSON_GetArrayItem(pair, 1)->valuestring : "";
  size_t count = 0;
  for (const char *at = text; *old && (at = strstr(at, old)); at += strlen(old)) count++;
  char *out = must(malloc(strlen(text) + count * strlen(new) + 1), "memory");
  char *end = out;
  const char *at = text, *hit;
  while (*old && (hit = strstr(at, old))) {
    memcpy(end, at, (size_t)(hit - at));
    end += hit - at;
    memcpy(end, new, strlen(new));
    end += strlen(new);
    at = hit + strlen(old);
  }
  memcpy(end, at, strlen(at) + 1);
  return out;
}

static milkglass_result run_check(const cJSON *vector, const cJSON *expect, milkglass_config *config,
                                  milkglass_slice input, milkglass_buffer *output) {
  (void)input;
  const cJSON *asked = cJSON_GetObjectItemCaseSensitive(vector, "input");
  milkglass_slice language = milkglass_str(member(asked, "language", ""));
  milkglass_slice length = milkglass_str(member(asked, "length", "full"));
  milkglass_buffer page = {NULL, 0};
  milkglass_result result = MILKGLASS_OK;
  char *published = NULL;
  if (cJSON_GetObjectItemCaseSensitive(asked, "published")) {
    published = replaced(NULL, member(asked, "published", ""));
  } else {
    result = milkglass_notice(config, language, milkglass_str("html"), length, &page);
    if (result == MILKGLASS_OK) published = replaced(asked, (const char *)page.data);
  }
  if (result == MILKGLASS_OK) result = milkglass_check_notice(config, language, milkglass_str(published), length, output);
  if (result == MILKGLASS_OK) check_pattern(expect, "check", (const char *)output->data);
  free(published);
  milkglass_buffer_free(&page);
  return result;
}

static milkglass_result run_renewal(const cJSON *vector, const cJSON *expect, milkglass_config *config,
                                    milkglass_slice input, milkglass_buffer *output) {
  (void)input;
  milkglass_config *after = NULL;
  milkglass_result result = read_config(cJSON_GetObjectItemCaseSensitive(vector, "input"), &after);
  if (result == MILKGLASS_OK) result = milkglass_requires_renewal(config, after, output);
  if (result == MILKGLASS_OK) check_pattern(expect, "renewal", (const char *)output->data);
  milkglass_config_free(after);
  return result;
}

static milkglass_result run_record(const cJSON *vector, const cJSON *expect, milkglass_config *config,
                                   milkglass_slice input, milkglass_buffer *output) {
  (void)input;
  const cJSON *asked = cJSON_GetObjectItemCaseSensitive(vector, "input");
  milkglass_buffer record = {NULL, 0}, standing = {NULL, 0};
  milkglass_result result = milkglass_consent_record_new(milkglass_str("r-1"), milkglass_str("v-1"), &record);
  const cJSON *event;
  cJSON_ArrayForEach(event, cJSON_GetObjectItemCaseSensitive(asked, "events")) {
    if (result != MILKGLASS_OK) break;
    milkglass_buffer longer = {NULL, 0};
    char *happened = must(cJSON_PrintUnformatted(event), "memory");
    result = milkglass_consent_record_append(milkglass_bytes(record), milkglass_str(happened), config, &longer);
    free(happened);
    milkglass_buffer_free(&record);
    record = longer;
  }
  if (result == MILKGLASS_OK) {
    const cJSON *now = cJSON_GetObjectItemCaseSensitive(asked, "now");
    char *stored = replaced(asked, (const char *)record.data);
    result = milkglass_consent_record_standing(milkglass_str(stored), milkglass_str(member(asked, "head", "")),
                                               now ? (int64_t)now->valuedouble : -1, &standing);
    if (result == MILKGLASS_OK) check_pattern(expect, "standing", (const char *)standing.data);
    if (result == MILKGLASS_OK) result = milkglass_consent_record_export(milkglass_str(stored), output);
    free(stored);
  }
  milkglass_buffer_free(&record);
  milkglass_buffer_free(&standing);
  return result;
}

static milkglass_result run_locales(const cJSON *vector, const cJSON *expect, milkglass_config *config,
                                    milkglass_slice input, milkglass_buffer *output) {
  (void)vector;
  (void)config;
  (void)input;
  milkglass_result result = milkglass_locales(output);
  if (result != MILKGLASS_OK) return result;
  const cJSON *count = cJSON_GetObjectItemCaseSensitive(expect, "count");
  cJSON *found = cJSON_Parse((const char *)output->data);
  if (count && cJSON_GetArraySize(found) != count->valueint) fail("there are %d locales", cJSON_GetArraySize(found));
  cJSON_Delete(found);
  return result;
}

static milkglass_result run_sarif(const cJSON *vector, const cJSON *expect, milkglass_config *config,
                                  milkglass_slice input, milkglass_buffer *output) {
  (void)input;
  const cJSON *pages = cJSON_GetObjectItemCaseSensitive(cJSON_GetObjectItemCaseSensitive(vector, "input"), "pages");
  size_t count = 0, room = (size_t)cJSON_GetArraySize(pages) + 1;
  milkglass_slice *paths = must(calloc(room, sizeof *paths), "memory");
  milkglass_slice *texts = must(calloc(room, sizeof *texts), "memory");
  const cJSON *page;
  cJSON_ArrayForEach(page, pages) {
    paths[count] = milkglass_str(page->string);
    texts[count++] = milkglass_str(page->valuestring);
  }
  milkglass_result result = milkglass_lint_sarif(paths, texts, count, config, output);
  if (result == MILKGLASS_OK) check_pattern(expect, "sarif", (const char *)output->data);
  free(paths);
  free(texts);
  return result;
}

static milkglass_result run_lint(const cJSON *vector, const cJSON *expect, milkglass_config *config,
                                 milkglass_slice input, milkglass_buffer *output) {
  (void)vector;
  milkglass_result result = milkglass_lint_page(input, config, output);
  if (result != MILKGLASS_OK) return result;
  check_pattern(expect, "findings", (const char *)output->data);
  const cJSON *count = cJSON_GetObjectItemCaseSensitive(expect, "count");
  cJSON *findings = cJSON_Parse((const char *)output->data);
  if (count && cJSON_GetArraySize(findings) != count->valueint) fail("findings are %s", (const char *)output->data);
  cJSON_Delete(findings);
  return result;
}

/* Adds the text of each span, and turns its byte offsets into code points. */
static void localise_span(cJSON *span, const char *text) {
  size_t start = (size_t)cJSON_GetObjectItemCaseSensitive(span, "start")->valuedouble;
  size_t end = (size_t)cJSON_GetObjectItemCaseSensitive(span, "end")->valuedouble;
  char *part = must(calloc(end - start + 1, 1), "memory");
  memcpy(part, text + start, end - start);
  cJSON_AddStringToObject(span, "text", part);
  free(part);
  double points = 0, first = 0;
  for (size_t i = 0; i < end; i++) {
    if (i == start) first = points;
    if (((unsigned char)text[i] & 0xc0) != 0x80) points++;
  }
  cJSON_ReplaceItemInObjectCaseSensitive(span, "start", cJSON_CreateNumber(first));
  cJSON_ReplaceItemInObjectCaseSensitive(span, "end", cJSON_CreateNumber(points));
}

static milkglass_result run_scan(const cJSON *vector, const cJSON *expect, milkglass_config *config,
                                 milkglass_slice input, milkglass_buffer *output) {
  (void)vector;
  milkglass_detector *detector = NULL;
  milkglass_result result = milkglass_detector_new(config, &detector);
  if (result == MILKGLASS_OK) result = milkglass_detector_scan(detector, input, output);
  if (result == MILKGLASS_OK) {
    cJSON *spans = must(cJSON_Parse((const char *)output->data), "spans");
    cJSON *span;
    cJSON_ArrayForEach(span, spans) localise_span(span, (const char *)input.ptr);
    char *text = must(cJSON_PrintUnformatted(spans), "memory");
    check_pattern(expect, "spans", text);
    free(text);
    cJSON_Delete(spans);
  }
  milkglass_detector_free(detector);
  return result;
}

static int same_fingerprint(const cJSON *other, const milkglass_buffer *fingerprint) {
  milkglass_config *config = NULL;
  milkglass_buffer text = {NULL, 0};
  int same = read_config(other, &config) == MILKGLASS_OK && milkglass_config_fingerprint(config, &text) == MILKGLASS_OK &&
             strcmp((const char *)text.data, (const char *)fingerprint->data) == 0;
  milkglass_buffer_free(&text);
  milkglass_config_free(config);
  return same;
}

static milkglass_result run_config(const cJSON *vector, const cJSON *expect, milkglass_config *config,
                                   milkglass_slice input, milkglass_buffer *output) {
  (void)vector;
  (void)input;
  milkglass_result result = milkglass_config_fingerprint(config, output);
  if (result != MILKGLASS_OK) return result;
  const char *exact = member(expect, "fingerprint", NULL);
  const cJSON *same = cJSON_GetObjectItemCaseSensitive(expect, "same_as");
  const cJSON *other = cJSON_GetObjectItemCaseSensitive(expect, "differs_from");
  if (exact && strcmp(exact, (const char *)output->data) != 0) fail("the fingerprint is %s", (const char *)output->data);
  if (same && !same_fingerprint(same, output)) fail("the fingerprints differ");
  if (other && same_fingerprint(other, output)) fail("the fingerprints are the same");
  return result;
}

static milkglass_result run_snippet(const cJSON *vector, const cJSON *expect, milkglass_config *config,
                                    milkglass_slice input, milkglass_buffer *output) {
  (void)expect;
  (void)input;
  const cJSON *asked = cJSON_GetObjectItemCaseSensitive(vector, "input");
  return milkglass_snippet(config, milkglass_str(member(asked, "format", "js")), milkglass_str(member(asked, "endpoint", NULL)),
                           output);
}

static milkglass_result run_error(const cJSON *vector, const cJSON *expect, milkglass_config *config,
                                  milkglass_slice input, milkglass_buffer *output) {
  (void)expect;
  (void)config;
  (void)input;
  (void)output;
  const cJSON *number =
      cJSON_GetObjectItemCaseSensitive(cJSON_GetObjectItemCaseSensitive(vector, "input"), "number");
  milkglass_result code = (milkglass_result)number->valueint;
  milkglass_result result = milkglass_test_error(code);
  if (result != code) fail("the number came back as %d", (int)result);
  return result;
}

static const struct {
  const char *name;
  area_call *call;
} areas[] = {{"redact", run_redact}, {"consent", run_consent}, {"session", run_session},
             {"notice", run_notice}, {"assess", run_assess},   {"lint", run_lint},
             {"scan", run_scan},     {"config", run_config},   {"error", run_error},
             {"check", run_check},   {"renewal", run_renewal}, {"record", run_record},
             {"sarif", run_sarif},   {"locales", run_locales}, {"accountability", run_accountability},
             {"snippet", run_snippet}};

/* ---- one vector ---- */

static void check_error(const cJSON *expect, milkglass_result result) {
  const milkglass_error *error = milkglass_last_error();
  const char *code = member(expect, "error", "");
  if (result == MILKGLASS_OK || !error) {
    fail("succeeded instead of %s", code);
    return;
  }
  if (error->code != result || strcmp(error->name, code) != 0) fail("failed with %s: %s", error->name, error->message);
  const cJSON *offset = cJSON_GetObjectItemCaseSensitive(expect, "offset");
  if (offset && (double)error->offset != offset->valuedouble) fail("the offset is %lld", (long long)error->offset);
  if (!strstr(error->message, member(expect, "message_contains", ""))) fail("the message is: %s", error->message);
  const cJSON *retryable = cJSON_GetObjectItemCaseSensitive(expect, "retryable");
  if (retryable && cJSON_IsTrue(retryable) != (int)error->retryable) fail("retryable is %d", (int)error->retryable);
}

static void check_keys(const cJSON *vector) {
  static const char *const keys[] = {"name", "area", "config", "input", "input_b64", "signals", "expect"};
  const cJSON *item;
  cJSON_ArrayForEach(item, vector) {
    size_t i = 0;
    while (i < sizeof keys / sizeof *keys && strcmp(keys[i], item->string) != 0) i++;
    if (i == sizeof keys / sizeof *keys) fail("the key %s is not known", item->string);
  }
}

static void run_vector(const cJSON *vector) {
  current = member(vector, "name", "a vector without a name");
  check_keys(vector);
  const char *name = member(vector, "area", "");
  size_t i = 0;
  while (i < sizeof areas / sizeof *areas && strcmp(areas[i].name, name) != 0) i++;
  if (i == sizeof areas / sizeof *areas) {
    fail("the area %s is not known", name);
    return;
  }
  const cJSON *expect = must(cJSON_GetObjectItemCaseSensitive(vector, "expect"), "expect is missing");
  struct bytes input = read_input(vector);
  milkglass_config *config = NULL;
  milkglass_buffer output = {NULL, 0};
  milkglass_result result = read_config(cJSON_GetObjectItemCaseSensitive(vector, "config"), &config);
  if (result == MILKGLASS_OK) result = areas[i].call(vector, expect, config, slice(input), &output);
  if (cJSON_GetObjectItemCaseSensitive(expect, "error")) {
    check_error(expect, result);
  } else if (result != MILKGLASS_OK) {
    fail("%s: %s", milkglass_last_error()->name, milkglass_last_error()->message);
  } else {
    check_output(expect, &output);
  }
  milkglass_buffer_free(&output);
  milkglass_config_free(config);
  free(input.data);
}

static int is_json(const struct dirent *entry) {
  const char *dot = strrchr(entry->d_name, '.');
  return dot && strcmp(dot, ".json") == 0;
}

int main(int argc, char **argv) {
  /* Recorders want a write key, though nothing is sent. */
  setenv("MILKGLASS_KEY", "conformance", 0);
  const char *folder = getenv("MILKGLASS_VECTORS");
  if (!folder) folder = argc > 1 ? argv[1] : "../tests/conformance/vectors";
  struct dirent **entries = NULL;
  int files = scandir(folder, &entries, is_json, alphasort);
  int vectors = 0, failures = 0;
  for (int i = 0; i < files; i++) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
    current = entries[i]->d_name;
    char *text = read_file(path);
    cJSON *list = must(cJSON_Parse(text), "the file is not JSON");
    const cJSON *vector;
    cJSON_ArrayForEach(vector, list) {
      failed = 0;
      run_vector(vector);
      vectors++;
      failures += failed;
    }
    cJSON_Delete(list);
    free(text);
    free(entries[i]);
  }
  free(entries);
  printf("conformance: c ran %d vectors, %d failed\n", vectors, failures);
  if (vectors == 0) fprintf(stderr, "no vectors in %s\n", folder);
  return vectors == 0 || failures != 0;
}
