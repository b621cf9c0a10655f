// SPDX-License-Identifier: MIT
#include "watch/watch.hpp"

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "answer.hpp"
#include "console.hpp"
#include "error.hpp"
#include "files.hpp"
#include "message.hpp"
#include "progress.hpp"
#include "sha256.hpp"
#include "show.hpp"
#include "watch/keys.hpp"
#include "watch/own_command.hpp"
#include "watch/saves.hpp"
#include "watch/screen.hpp"
#include "watch/state.hpp"
#include "watch/terminal.hpp"
#include "work.hpp"

namespace atelier::watch {

namespace {

using Clock = std::chrono::steady_clock;

/// Signals that are read like everything else, as long as this lives.
class Signals {
public:
    Signals()
    {
        ::signal(SIGCHLD, SIG_DFL);  // ignored, as a careless parent may leave it, it would throw exit statuses away
        ::sigemptyset(&ours_);
        for (const int one : {SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP}) {
            ::sigaddset(&ours_, one);
        }
        ::sigprocmask(SIG_BLOCK, &ours_, &before_);
        descriptor_ = Descriptor(::signalfd(-1, &ours_, SFD_CLOEXEC | SFD_NONBLOCK));
        if (!descriptor_) {
            throw system_error(tr("Impossible d'attendre les signaux"));
        }
    }
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;
    ~Signals() { ::sigprocmask(SIG_SETMASK, &before_, nullptr); }

    [[nodiscard]] int descriptor() const { return descriptor_.get(); }
    /// The next one that came; 0 when none did.
    [[nodiscard]] int next() const
    {
        signalfd_siginfo info{};
        return ::read(descriptor_.get(), &info, sizeof info) == sizeof info ? static_cast<int>(info.ssi_signo) : 0;
    }

private:
    sigset_t ours_{};
    sigset_t before_{};
    Descriptor descriptor_;
};

/// What the student's file holds, in a word: the same bytes, the same word.
std::string fingerprint(const Exercise& exercise, const fs::path& file)
{
    const Answer answer = read_answer(exercise, file);
    return answer.problem.empty() ? sha256(answer.source) : answer.problem;
}

/// What one of our commands said on standard error, as a sentence.
std::string sentence_of(std::string said)
{
    const std::string name = "atelier : ";
    if (said.rfind(name, 0) == 0) {
        said.erase(0, name.size());
    }
    while (!said.empty() && said.back() == '\n') {
        said.pop_back();
    }
    return visible_lines(said);
}

class Watch {
public:
    Watch(const Catalog& catalog, const Settings& settings)
        : catalog_(catalog), settings_(settings), has_keys_(has_terminal())
    {
        if (has_keys_) {
            const char* type = std::getenv("TERM");
            const bool whole = !settings.plain && type != nullptr && std::string(type) != "dumb";
            terminal_ = std::make_unique<Terminal>(whole);
            is_screen_ = whole;
        }
    }

    int run(const Exercise& exercise)
    {
        begin(exercise);
        while (!status_) {
            if (is_screen_) {
                draw();
            }
            wait();
            take_signals();
            take_keys();
            take_saves();
            take_verdict();
            take_command();
        }
        return *status_;
    }

private:
    void begin(const Exercise& exercise)
    {
        command_.reset();
        check_.reset();
        exercise_ = &exercise;
        folder_ = begin_exercise(catalog_, exercise);
        saves_.emplace(folder_, exercise.answer, method_for(folder_));
        const Progress progress = read_progress(catalog_);
        state_ = State{};
        state_.exercise = exercise;
        state_.statement = read_file(exercise.folder / "README.md");
        state_.answer = as_typed(folder_ / exercise.answer);
        state_.commands = settings_.commands;
        state_.plain = !is_screen_;
        state_.note = progress.problem;
        state_.has_passed = progress.has_passed(exercise);
        state_.total = catalog_.exercises.size();
        state_.passed = passed(progress);
        if (!is_screen_) {
            print(tr("{} · {}", exercise.id, exercise.title) + '\n' +
                  tr("Énoncé : {}\n", as_typed(exercise.folder / "README.md")) +
                  tr("Votre réponse : {}\n", state_.answer) + tr("Pour arrêter : Ctrl-C\n"));
        }
        happen(Saved{});
    }

    [[nodiscard]] std::size_t passed(const Progress& progress) const
    {
        return static_cast<std::size_t>(std::count_if(catalog_.exercises.begin(), catalog_.exercises.end(),
                                                      [&](const Exercise& e) { return progress.has_passed(e); }));
    }

    void draw()
    {
        Frame frame = screen(state_, terminal_->size(), wants_colour());
        if (state_.scroll > frame.furthest) {  // the screen has grown
            state_.scroll = frame.furthest;
            frame = screen(state_, terminal_->size(), wants_colour());
        }
        state_.page = frame.page;
        state_.furthest = frame.furthest;
        terminal_->show(frame.text);
    }

    /// Sleeps until something happens.
    void wait() const
    {
        std::vector<pollfd> descriptors{{.fd = signals_.descriptor(), .events = POLLIN, .revents = 0}};
        if (has_keys_) {
            descriptors.push_back({.fd = STDIN_FILENO, .events = POLLIN, .revents = 0});
        }
        if (saves_->descriptor() >= 0) {
            descriptors.push_back({.fd = saves_->descriptor(), .events = POLLIN, .revents = 0});
        }
        for (const auto* one : {&check_, &command_}) {
            if (*one) {
                (*one)->wish(descriptors);
            }
        }
        // Between two renames of an editor there is no file: that is said only when it lasts.
        const auto longest = is_missing_ ? std::min(saves_->period(), patience) : saves_->period();
        ::poll(descriptors.data(), descriptors.size(), static_cast<int>(longest.count()));
    }

    void happen(const Event& event)
    {
        const std::vector<Action> actions = update(state_, event);
        if (!is_screen_) {
            print(narrated(state_, event, columns(), has_keys_));
        }
        for (const Action& action : actions) {
            std::visit([&](const auto& one) { act(one); }, action);
        }
    }

    [[nodiscard]] std::size_t columns() const { return has_keys_ ? terminal_->size().columns : 100; }

    [[nodiscard]] std::unique_ptr<OwnCommand> started(std::vector<std::string> words, const std::string& input) const
    {
        words.insert(words.begin(), settings_.options.begin(), settings_.options.end());
        std::vector<std::string> variables{fmt::format("COLUMNS={}", columns())};
        if (is_screen_ && wants_colour()) {
            variables.emplace_back("CLICOLOR_FORCE=1");
        }
        return std::make_unique<OwnCommand>(words, input, variables);
    }

    // --- What is to be done -----------------------------------------------------------------------------------------
    void act(const Check&)
    {
        check_.reset();  // killed: what it would say is of an older save
        judged_ = fingerprint(*exercise_, folder_);
        check_ = started({"check", exercise_->id, "--json"}, {});
    }
    void act(const Command& command)
    {
        command_.reset();
        command_ = started(command.words, command.input);
    }
    void act(const StopCommand&) { command_.reset(); }
    void act(const Advance&)
    {
        Progress progress = read_progress(catalog_);
        progress.records[exercise_->id].passed = true;  // the student wants another one, passed or not
        progress.last = exercise_->id;
        if (const Exercise* next = next_exercise(catalog_, progress)) {
            begin(*next);
        } else {
            state_.note = tr("C'était le dernier exercice : les autres sont réussis.");
            if (!is_screen_) {
                print(state_.note + '\n');
            }
        }
    }
    void act(const Quit&) { status_ = 0; }

    // --- What happens ---------------------------------------------------------------------------------------------
    void take_signals()
    {
        while (const int signal = signals_.next()) {
            if (signal == SIGTSTP) {
                suspend();
            } else if (signal != SIGWINCH) {  // after which the screen is drawn anew, as after anything
                status_ = 128 + signal;
            }
        }
    }

    void suspend()
    {
        if (terminal_) {
            terminal_->leave();
        }
        ::raise(SIGSTOP);
        if (terminal_) {
            terminal_->take();
        }
    }

    void take_keys()
    {
        if (!has_keys_ || status_) {
            return;
        }
        bool gone = false;
        for (const int key : keys_in(terminal_->typed(gone))) {
            happen(Pressed{key});
        }
        if (gone) {
            status_ = 128 + SIGHUP;
        }
    }

    void take_saves()
    {
        const bool happened = saves_->happened();
        const bool waits = is_missing_ && Clock::now() - missing_since_ >= patience;
        if (!happened && !waits) {
            return;
        }
        if (!fs::exists(fs::symlink_status(folder_ / exercise_->answer))) {
            if (waits && state_.phase != Phase::missing) {
                happen(Missing{});
            }
            missing_since_ = is_missing_ ? missing_since_ : Clock::now();
            is_missing_ = true;
            return;
        }
        is_missing_ = false;
        // One save may be told several times.
        if (happened && !(check_ && fingerprint(*exercise_, folder_) == judged_)) {
            happen(Saved{});
        }
    }

    void take_verdict()
    {
        if (!check_ || !check_->step()) {
            return;
        }
        const std::unique_ptr<OwnCommand> ended = std::move(check_);
        if (fingerprint(*exercise_, folder_) != judged_ &&
            fs::exists(fs::symlink_status(folder_ / exercise_->answer))) {
            happen(Saved{});  // it judged something else: the last save wins
            return;
        }
        happen(event_of(ended->told()));
    }

    [[nodiscard]] Event event_of(const Told& told) const
    {
        if (!told.ended || (told.status != 0 && told.status != 1)) {
            return Failed{told.err.empty() ? tr("la vérification s'est arrêtée sans un mot.") : sentence_of(told.err)};
        }
        try {
            const Progress progress = read_progress(catalog_);
            const std::optional<Verdict> verdict =
                verdict_from_json(*exercise_, nlohmann::ordered_json::parse(told.out, nullptr, false));
            if (!verdict) {
                return Failed{tr("le cours a changé entre-temps. Quittez, puis relancez ./atelier watch.")};
            }
            return Judged{.verdict = *verdict,
                          .warning = sentence_of(told.err),
                          .passed = passed(progress),
                          .has_passed = progress.has_passed(*exercise_)};
        } catch (const Error& error) {
            return Failed{error.what()};
        }
    }

    void take_command()
    {
        if (!command_ || !command_->step()) {
            return;
        }
        const std::unique_ptr<OwnCommand> ended = std::move(command_);
        const Told& told = ended->told();
        happen(Shown{told.out + (told.err.empty() ? "" : sentence_of(told.err) + '\n')});
    }

    /// How long a file may be away before that is said.
    static constexpr std::chrono::milliseconds patience{500};

    const Catalog& catalog_;
    const Settings& settings_;
    bool has_keys_;
    bool is_screen_ = false;
    Signals signals_;
    std::unique_ptr<Terminal> terminal_;
    const Exercise* exercise_ = nullptr;
    fs::path folder_;
    std::optional<Saves> saves_;
    State state_;
    std::string judged_;  ///< fingerprint of what check_ checks, or checked
    bool is_missing_ = false;
    Clock::time_point missing_since_;
    std::unique_ptr<OwnCommand> check_;
    std::unique_ptr<OwnCommand> command_;
    std::optional<int> status_;
};

}  // namespace

int watch(const Catalog& catalog, const Exercise& exercise, const Settings& settings)
{
    return Watch(catalog, settings).run(exercise);
}

}  // namespace atelier::watch
