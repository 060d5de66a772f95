// A host: takes the events of one visit from standard input and hands them to Milkglass.

#include <chrono>
#include <ctime>
#include <iostream>
#include <milkglass.hpp>
#include <string>

namespace {

// Asks whether this visit may be recorded. A real host has the choice from its consent dialogue.
std::string decide(const milkglass::Recorder &recorder, bool agreed) {
  return recorder.decide(std::string(R"({"explicit":{"language":"en","granted":)") + (agreed ? "true" : "false") +
                         ",\"at\":" + std::to_string(std::time(nullptr)) + "}}");
}

// Records standard input line by line. What can't be read is reported by its code and passed over.
void record_lines(milkglass::Session &session) {
  for (std::string line; std::getline(std::cin, line);) {
    try {
      session.record(line);
    } catch (const milkglass::Error &error) {
      std::cerr << "record: " << error.what() << '\n';
    }
  }
}

}  // namespace

int main(int argc, char **argv) {
  if (argc != 3) {
    std::cerr << "usage: " << argv[0] << " milkglass.toml agreed|refused < events.ndjson\n";
    return 2;
  }
  try {
    milkglass::Recorder recorder(milkglass::Config::from_file(argv[1]));
    const std::string decision = decide(recorder, std::string_view(argv[2]) == "agreed");
    milkglass::Session session = recorder.session("visit-1", decision);
    std::cout << "decision " << decision << '\n';
    record_lines(session);
    try {
      recorder.flush(std::chrono::seconds(2));
    } catch (const milkglass::Error &error) {
      // A collector that can't be reached is no fault of the host: the spool keeps the events for the next process.
      std::cerr << "flush: " << error.what() << '\n';
    }
    std::cout << "accounts " << recorder.stats() << '\n';
    recorder.close(std::chrono::milliseconds(500));
  } catch (const milkglass::Error &error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
