// SPDX-License-Identifier: MIT
#include "cli.hpp"

#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <functional>
#include <iostream>

#include "commands.hpp"
#include "completions.hpp"
#include "console.hpp"
#include "error.hpp"
#include "message.hpp"
#include "nearest.hpp"
#include "reports/formats.hpp"
#include "show.hpp"
#include "usage.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

/// CLI11's help, in our language and with our headings.
class HelpFormat : public CLI::Formatter {
public:
    HelpFormat()
    {
        label("Usage", tr("Usage "));
        label("OPTIONS", tr("OPTIONS"));
        label("SUBCOMMAND", tr("COMMANDE"));
        label("SUBCOMMANDS", tr("COMMANDES"));
        label("Positionals", tr("Arguments "));
        label("TEXT", tr("TEXTE"));
        label("UINT", tr("NOMBRE"));
        label("INT", tr("NOMBRE"));
        label("REQUIRED", tr("(obligatoire)"));
        column_width(26);
    }

    // CLI11 2.1 writes these two headings itself, in English.
    std::string make_positionals(const CLI::App* app) const override
    {
        const std::vector<const CLI::Option*> options =
            app->get_options([](const CLI::Option* o) { return !o->get_group().empty() && o->get_positional(); });
        return options.empty() ? std::string() : make_group(get_label("Positionals"), true, options);
    }
    std::string make_subcommand(const CLI::App* sub) const override
    {
        std::ostringstream out;
        CLI::detail::format_help(out, sub->get_display_name(false), sub->get_description(), get_column_width());
        return out.str();
    }
};

/// What the help calls a value tells what it is.
ValueKind kind_of(const std::string& label, const std::string& command)
{
    if (label == tr("DOSSIER") || label == tr("COPIES") || label == tr("RÉSULTATS") || label == tr("PARTS")) {
        return ValueKind::folder;
    }
    if (label == tr("CHEMIN")) {
        return ValueKind::file;
    }
    if (label == "ID") {
        return command == "lesson" ? ValueKind::lesson : command == "new" ? ValueKind::text : ValueKind::exercise;
    }
    return label == tr("LEÇON") ? ValueKind::lesson : ValueKind::text;
}

OptionUsage usage_of(const CLI::Option& option, const std::string& command)
{
    OptionUsage usage;
    usage.what = option.get_description();
    usage.required = option.get_required();
    usage.repeated = option.get_expected_max() >= CLI::detail::expected_max_vector_size;
    if (option.get_positional()) {
        usage.names = {option.get_single_name()};
        usage.value = usage.names.front();
    } else {
        for (const std::string& name : option.get_snames()) {
            usage.names.push_back("-" + name);
        }
        for (const std::string& name : option.get_lnames()) {
            usage.names.push_back("--" + name);
        }
        usage.value = option.get_type_size() == 0 ? std::string() : option.get_type_name();
    }
    if (usage.value.empty()) {
        return usage;
    }
    usage.kind = kind_of(usage.value, command);
    const auto choose = [&](std::vector<std::string> choices) {
        usage.kind = ValueKind::choice;
        usage.choices = std::move(choices);
    };
    if (usage.names.back() == "--tier") {
        choose({"namespaces", "landlock", "none"});
    } else if (command == "completions" && option.get_positional()) {
        choose(shells);
    } else if (usage.value.find('|') != std::string::npos) {
        choose(CLI::detail::split(usage.value, '|'));
    }
    return usage;
}

/// The command line as data.
CommandUsage usage_of(const CLI::App& app)
{
    CommandUsage usage;
    usage.name = app.get_name();
    usage.aliases = app.get_aliases();
    usage.what = app.get_description();
    for (const CLI::Option* option : app.get_options([](const CLI::Option* o) { return !o->get_group().empty(); })) {
        (option->get_positional() ? usage.arguments : usage.options).push_back(usage_of(*option, app.get_name()));
    }
    for (const CLI::App* sub : app.get_subcommands([](const CLI::App* a) { return !a->get_group().empty(); })) {
        usage.commands.push_back(usage_of(*sub));
    }
    return usage;
}

/// The whole command line, once understood.
struct Line {
    CommonOptions common;
    std::string language = "fr";
    std::string tier;
    CheckOptions check;
    RunOptions run;
    TraceOptions trace;
    WatchOptions watch;
    GradeOptions grade;
    MergeOptions merge;
    ReportOptions report;
    ExplainOptions explain;
    RegradeOptions regrade;
    AdjustOptions adjust;
    PurgeOptions purge;
    PackOptions pack;
    SimilarOptions similar;
    std::string lesson;
    std::string reset;
    std::string hint_id;
    int hint_level = 0;
    VerifyOptions verify;
    ListOptions list;
    SolutionOptions solution;
    std::string new_id;
    std::string shell;
    std::string names;
    std::function<int()> command;
};

class Parser {
public:
    explicit Parser(Line& line)
        : line_(line), app_(tr("Atelier : apprendre les bases de données en C++, exercice par exercice."), "atelier")
    {
        app_.formatter(std::make_shared<HelpFormat>());
        app_.option_defaults()->group(tr("Options "));  // inherited by every command
        app_.set_help_flag("-h,--help", tr("Affiche cette aide"));
        app_.set_version_flag("--version", "atelier " ATELIER_VERSION, tr("Affiche la version"));
        app_.add_option("--lang", line.language, tr("Langue des messages : fr ou en"))->type_name("fr|en");
        app_.add_option("--course", line.common.course, tr("Dossier d'un autre cours"))->type_name(tr("DOSSIER"));
        app_.add_option("--tier", line.tier, tr("Impose un bac à sable : namespaces, landlock ou none"))
            ->type_name(tr("NIVEAU"));
        app_.require_subcommand(0, 1);
        app_.fallthrough();
        line.command = [&] { return command_home(line.common); };
        student_commands();
        instructor_commands();
        sharing_commands();
        author_commands();
        shell_commands();
        for (const CLI::App* sub : app_.get_subcommands([](const CLI::App*) { return true; })) {
            line.watch.commands.insert(sub->get_name());
        }
    }

    CLI::App& app() { return app_; }

private:
    CLI::App* command(const std::string& name, const std::string& alias, const std::string& what,
                      std::function<int()> action)
    {
        CLI::App* sub = app_.add_subcommand(name, what);
        if (!alias.empty()) {
            sub->alias(alias);
        }
        sub->group(tr("Commandes "));
        sub->set_help_flag("-h,--help", tr("Affiche cette aide"));
        sub->callback([this, action = std::move(action)] { line_.command = action; });
        return sub;
    }

    void json_flag(CLI::App* sub) { sub->add_flag("--json", line_.common.json, tr("Écrit du JSON")); }
    /// Options of the commands that judge answers.
    void judging_options(CLI::App* sub)
    {
        seed_option(sub);
        json_flag(sub);
        sub->add_flag("--no-cache", line_.common.no_cache, tr("Juge à nouveau ce qui l'a déjà été"));
    }
    void seed_option(CLI::App* sub)
    {
        sub->add_option("--seed", line_.common.seed, tr("Graine des données d'essai"))
            ->check([](const std::string& word) {
                return word.rfind('-', 0) == 0 ? tr("une graine est un entier positif ou nul") : std::string();
            })
            ->each([this](const std::string&) { line_.common.seed_given = true; })
            ->type_name(tr("NOMBRE"));
    }

    /// What `run` and `trace` have in common.
    static void run_options(CLI::App* sub, RunOptions& run)
    {
        sub->add_option("ID", run.id, tr("Exercice"))->required()->type_name("");
        sub->add_option("ARGUMENTS", run.arguments, tr("Arguments du programme, après --"))->type_name("");
        sub->add_option("--sql", run.sql, tr("SQL ajouté à la base d'essai"))->type_name("SQL");
        sub->add_flag("--plain", run.plain, tr("Des mots au lieu de dessins, pour un lecteur d'écran"));
    }

    void student_commands()
    {
        CLI::App* list = command("list", "liste", tr("Montre les exercices"),
                                 [this] { return command_list(line_.common, line_.list); });
        list->add_option("--lesson", line_.list.lesson, tr("Seulement ceux de cette leçon"))->type_name(tr("LEÇON"));
        list->add_option("--level", line_.list.level, tr("Seulement ceux de ce niveau, de 1 à 4"))
            ->type_name("1|2|3|4");
        CLI::Option* todo = list->add_flag("--todo", line_.list.todo, tr("Seulement ceux qui restent à réussir"));
        list->add_flag("--done", line_.list.done, tr("Seulement ceux qui sont réussis"))->excludes(todo);
        json_flag(list);

        CLI::App* lesson = command("lesson", "lecon", tr("Affiche une leçon, ou leur liste"),
                                   [this] { return command_lesson(line_.common, line_.lesson); });
        lesson->add_option("ID", line_.lesson, tr("Numéro de la leçon"))->type_name("");

        CLI::App* check =
            command("check", "verifier", tr("Vérifie vos réponses (sans ID : celles que vous avez commencées)"),
                    [this] { return command_check(line_.common, line_.check); });
        check->add_option("ID", line_.check.ids, tr("Exercices : 01a, ou 01 pour toute la leçon"))->type_name("");
        check
            ->add_option("--answer", line_.check.answer,
                         tr("Vérifie cette réponse (fichier ou dossier) au lieu de la vôtre"))
            ->type_name(tr("CHEMIN"));
        judging_options(check);

        command("next", "suivant", tr("Commence le prochain exercice à réussir, et dit quoi ouvrir"),
                [this] { return command_next(line_.common); });
        CLI::App* reset =
            command("reset", "recommencer",
                    tr("Remet votre réponse à son point de départ ; ce que vous aviez écrit est gardé à côté"),
                    [this] { return command_reset(line_.common, line_.reset); });
        reset->add_option("ID", line_.reset, tr("Exercice"))->required()->type_name("");

        CLI::App* watch = command("watch", "surveiller",
                                  tr("Reste à côté de votre éditeur, et vérifie chaque fois que vous enregistrez"),
                                  [this] { return command_watch(line_.common, line_.watch); });
        watch->add_option("ID", line_.watch.id, tr("Exercice (sans ID : le prochain à réussir)"))->type_name("");
        watch->add_flag("--plain", line_.watch.plain,
                        tr("Des lignes qui se suivent, sans plein écran : pour un lecteur d'écran"));

        CLI::App* run =
            command("run", "lancer", tr("Lance le programme d'un exercice à la main : run 01a -- ouvrir base.db"),
                    [this] { return command_run(line_.common, line_.run); });
        run_options(run, line_.run);
        run->add_option("--answer", line_.run.answer, tr("Lance cette réponse au lieu de la vôtre"))
            ->type_name(tr("CHEMIN"));
        seed_option(run);

        CLI::App* trace =
            command("trace", "tracer", tr("Montre ce que SQLite a vu, requête par requête, pendant un lancement"),
                    [this] { return command_trace(line_.common, line_.trace); });
        run_options(trace, line_.trace.run);
        trace->add_option("--answer", line_.trace.run.answer, tr("Suit cette réponse au lieu de la vôtre"))
            ->type_name(tr("CHEMIN"));
        trace->add_flag("--times", line_.trace.times, tr("Donne aussi les durées dans le JSON"));
        seed_option(trace);
        json_flag(trace);

        CLI::App* hint = command("hint", "indice", tr("Donne un indice"),
                                 [this] { return command_hint(line_.common, line_.hint_id, line_.hint_level); });
        hint->add_option("ID", line_.hint_id, tr("Exercice (sans ID : celui où vous en êtes)"))->type_name("");
        hint->add_option(tr("NIVEAU"), line_.hint_level,
                         tr("Numéro de l'indice : 1 pour le plus léger ; sans numéro, celui qui aide le mieux"))
            ->type_name("");

        CLI::App* solution =
            command("solution", "corrige", tr("Montre notre réponse à côté de la vôtre, une fois l'exercice réussi"),
                    [this] { return command_solution(line_.common, line_.solution); });
        solution->add_option("ID", line_.solution.id, tr("Exercice"))->required()->type_name("");
        solution->add_option(tr("VARIANTE"), line_.solution.variant, tr("Une autre bonne réponse"))->type_name("");
        solution->add_flag("--plain", line_.solution.plain,
                           tr("Des mots au lieu de deux colonnes, pour un lecteur d'écran"));

        CLI::App* doctor = command("doctor", "diagnostic", tr("Dit ce que cette machine offre, et ce qui lui manque"),
                                   [this] { return command_doctor(line_.common); });
        json_flag(doctor);
        command("demo", "", tr("Corrige la classe de démonstration"), [this] { return command_demo(line_.common); });
        command("test", "", tr("Construit et lance les tests de l'atelier lui-même"),
                []() -> int { throw UsageError(tr("« test » se lance par le script du projet : ./atelier test")); });
    }

    void instructor_commands()
    {
        CLI::App* grade = command(
            "grade", "corriger",
            tr("Corrige une classe\u00A0: un dossier, une archive, ou ce que la plateforme de votre école fait télécharger"),
            [this] { return command_grade(line_.common, line_.grade); });
        grade->add_option(tr("COPIES"), line_.grade.submissions, tr("Dossier ou archive des copies"))
            ->required()
            ->type_name("");
        grade->add_option("--out", line_.grade.out, tr("Dossier des résultats"))->required()->type_name(tr("DOSSIER"));
        grade->add_option("--roster", line_.grade.roster, tr("Liste de la classe, au format CSV"))
            ->type_name(tr("FICHIER"));
        grade->add_option("--only", line_.grade.only, tr("Ne corrige que ces exercices"))->type_name("ID");
        grade
            ->add_option("--workers", line_.grade.workers,
                         tr("Nombre de corrections à la fois (par défaut : une par cœur)"))
            ->type_name(tr("NOMBRE"));
        grade
            ->add_option("--shard", line_.grade.shard,
                         tr("Ne corrige qu'une part de la classe : 2/4, ou auto sous Slurm, GitLab ou Kubernetes"))
            ->type_name("I/N");
        grade->add_flag("--let-submissions-reach-my-files", line_.grade.without_sandbox,
                        tr("Corrige même sans bac à sable, à vos risques et périls"));
        report_options(grade, line_.grade.formats, line_.grade.policy);
        judging_options(grade);

        CLI::App* merge =
            command("merge", "fusionner", tr("Réunit les parts d'une classe, corrigées par grade --shard"),
                    [this] { return command_merge(line_.common, line_.merge); });
        merge->add_option(tr("PARTS"), line_.merge.parts, tr("Dossiers des parts, dans n'importe quel ordre"))
            ->required()
            ->type_name("");
        merge->add_option("--out", line_.merge.out, tr("Dossier des résultats"))->required()->type_name(tr("DOSSIER"));
        report_options(merge, line_.merge.formats, line_.merge.policy);
        json_flag(merge);

        CLI::App* report = command("report", "rapport", tr("Écrit les rapports de ce qui est corrigé"),
                                   [this] { return command_report(line_.common, line_.report); });
        results_folder(report, line_.report.results);
        report_options(report, line_.report.formats, line_.report.policy);
        report->add_option("--to", line_.report.to, tr("Dossier où les écrire (par défaut : le même)"))
            ->type_name(tr("DOSSIER"));
        report
            ->add_option("--anonymise", line_.report.anonymise,
                         tr("Remplace les noms par des pseudonymes ; la clé est dans ce fichier, créé s'il manque"))
            ->type_name(tr("CHEMIN"));
        report
            ->add_option("--worksheet", line_.report.worksheet,
                         tr("Remplit cette feuille d'évaluation, téléchargée de Moodle : le résultat est moodle.csv"))
            ->type_name(tr("CHEMIN"));
        json_flag(report);

        CLI::App* explain = command("explain", "expliquer", tr("Montre un verdict, ses raisons et comment le refaire"),
                                    [this] { return command_explain(line_.common, line_.explain); });
        results_folder(explain, line_.explain.results);
        explain->add_option(tr("ÉTUDIANT"), line_.explain.student, tr("Son nom, ou le début de son nom"))
            ->required()
            ->type_name("");
        explain->add_option("ID", line_.explain.exercise, tr("L'exercice"))->required()->type_name("");
        json_flag(explain);

        CLI::App* regrade = command("regrade", "recorriger", tr("Juge à nouveau des réponses du carnet de notes"),
                                    [this] { return command_regrade(line_.common, line_.regrade); });
        results_folder(regrade, line_.regrade.results);
        regrade->add_option("--student", line_.regrade.student, tr("Seulement les réponses de cette personne"))
            ->type_name(tr("NOM"));
        regrade->add_option("--exercise", line_.regrade.exercise, tr("Seulement les réponses à cet exercice"))
            ->type_name("ID");
        reason_option(regrade, line_.regrade.reason);

        CLI::App* adjust =
            command("adjust", "ajuster", tr("Accorde des points à une vérification, par décision d'une personne"),
                    [this] { return command_adjust(line_.common, line_.adjust); });
        results_folder(adjust, line_.adjust.results);
        adjust->add_option("ID", line_.adjust.exercise, tr("L'exercice"))->required()->type_name("");
        adjust->add_option(tr("VÉRIFICATION"), line_.adjust.check, tr("Son nom, tel que results.json le donne"))
            ->required()
            ->type_name("");
        adjust->add_option("--points", line_.adjust.points, tr("Points acquis, quoi qu'ait dit la vérification"))
            ->required()
            ->type_name(tr("NOMBRE"));
        adjust->add_option("--student", line_.adjust.student, tr("Seulement pour cette personne"))
            ->type_name(tr("NOM"));
        reason_option(adjust, line_.adjust.reason);

        CLI::App* purge = command("purge", "oublier", tr("Oublie des personnes ou des réponses, pour de bon"),
                                  [this] { return command_purge(line_.common, line_.purge); });
        results_folder(purge, line_.purge.results);
        purge->add_option("--student", line_.purge.students, tr("Tout ce qui concerne cette personne"))
            ->type_name(tr("NOM"));
        purge->add_option("--before", line_.purge.before, tr("Ce qui a été noté avant ce jour"))->type_name(tr("DATE"));
        purge->add_flag("--answers", line_.purge.answers, tr("Le texte de toutes les réponses ; les verdicts restent"));
        purge->add_flag("--yes", line_.purge.yes, tr("Oui, pour de bon"));
    }

    void results_folder(CLI::App* sub, std::string& folder)
    {
        sub->add_option(tr("RÉSULTATS"), folder, tr("Dossier des résultats, nommé par « grade --out »"))
            ->required()
            ->type_name("");
    }
    void reason_option(CLI::App* sub, std::string& reason)
    {
        sub->add_option("--reason", reason, tr("Pourquoi : le carnet de notes le garde"))
            ->required()
            ->type_name(tr("TEXTE"));
    }
    void report_options(CLI::App* sub, std::vector<std::string>& formats, std::string& policy)
    {
        std::string names;
        for (const ReportFormat& format : report_formats()) {
            names += (names.empty() ? std::string() : "|") + format.name;
        }
        sub->add_option("--format", formats, tr("Rapports à écrire (par défaut : les plus usuels)"))->type_name(names);
        sub->add_option("--policy", policy,
                        tr("Règles sur les retards et les remises, en TOML : gardées dans le carnet"))
            ->type_name(tr("CHEMIN"));
    }

    void sharing_commands()
    {
        CLI::App* similar = command("similar", "ressemblances",
                                    tr("Montre les réponses qui se ressemblent\u00A0: un indice, jamais une preuve"),
                                    [this] { return command_similar(line_.common, line_.similar); });
        similar->add_option(tr("COPIES"), line_.similar.submissions, tr("Dossier des copies"))
            ->required()
            ->type_name("");
        similar->add_option("--only", line_.similar.only, tr("Ne compare que ces exercices"))->type_name("ID");
        CLI::Option* jplag =
            similar
                ->add_option("--jplag", line_.similar.jplag,
                             tr("Au lieu de comparer, prépare ce dossier pour JPlag, et dit quoi taper"))
                ->type_name(tr("DOSSIER"));
        similar->add_option("--dolos", line_.similar.dolos, tr("De même pour Dolos"))
            ->type_name(tr("DOSSIER"))
            ->excludes(jplag);
        json_flag(similar);

        CLI::App* pack =
            command("pack", "paquet", tr("Prépare ce que les étudiants reçoivent\u00A0: tout, sans les solutions"),
                    [this] { return command_pack(line_.common, line_.pack); });
        pack->add_option("--out", line_.pack.out, tr("L'archive à écrire, en .zip ou en .tar.gz"))
            ->required()
            ->type_name(tr("CHEMIN"));
        json_flag(pack);
    }

    void author_commands()
    {
        CLI::App* verify = command("verify", "prouver", tr("Prouve que le cours est sain"),
                                   [this] { return command_verify(line_.common, line_.verify); });
        verify->add_option("ID", line_.verify.prefix, tr("Seulement les noms qui commencent ainsi"))->type_name("");
        verify->add_flag("--without-mistakes", line_.verify.without_mistakes,
                         tr("N'essaie ni les erreurs connues ni les extraits : l'essentiel, avec d'autres données"));
        judging_options(verify);

        CLI::App* make = command("new", "nouveau", tr("Crée le dossier d'un exercice, à compléter"),
                                 [this] { return command_new(line_.common, line_.new_id); });
        make->add_option("ID", line_.new_id, tr("Nom du nouvel exercice\u00A0: 04e-trier"))->required()->type_name("");
    }

    void shell_commands()
    {
        CLI::App* completions =
            command("completions", "completion", tr("Écrit ce qui complète vos commandes avec la touche Tab"),
                    [this] { return command_completions(usage_of(app_), line_.shell); });
        completions
            ->add_option(tr("INTERPRÉTEUR"), line_.shell, tr("bash, zsh ou fish (sans lui\u00A0: comment l'installer)"))
            ->type_name("");
        command("man", "manuel", tr("Écrit la page de manuel, pour man -l"),
                [this] { return command_man(usage_of(app_)); });
        CLI::App* names = command("names", "", tr("Écrit les noms que les interpréteurs proposent"),
                                  [this] { return command_names(line_.common, line_.names); });
        names->add_option("KIND", line_.names)->type_name("");
        names->group("");  // for completion scripts: no help shows it
    }

    Line& line_;
    CLI::App app_;
};

/// The language must be known before the first sentence, the help's included.
std::string language_asked(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--") {
            break;
        }
        if (word == "--lang" && i + 1 < argc) {
            return argv[i + 1];
        }
        if (word.rfind("--lang=", 0) == 0) {
            return std::string(word.substr(7));
        }
    }
    return "fr";
}

std::optional<Tier> tier_wanted(const std::string& name)
{
    const std::optional<Tier> tier = tier_named(name);
    if (!tier && !name.empty()) {
        throw UsageError(
            tr("le bac à sable « {} » n'existe pas ; choisissez namespaces, landlock ou none", visible(name)));
    }
    return tier;
}

/// CLI11's messages end with the words at fault.
std::string after_colon(const std::string& message)
{
    return message.find(": ") == std::string::npos ? message : message.substr(message.find(": ") + 2);
}

std::string replace_first(std::string text, std::string_view from, const std::string& to)
{
    const std::size_t at = text.find(from);
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

/// The sentence for a command line that CLI11 refused.
std::string refusal(const CLI::ParseError& error, const CLI::App& app)
{
    if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
        std::vector<std::string> known;
        for (const CLI::App* sub : app.get_subcommands([](const CLI::App* a) { return !a->get_group().empty(); })) {
            known.push_back(sub->get_name());
        }
        const std::vector<std::string> left = app.remaining();
        const std::string word = left.empty() ? "-" : left.front();
        if (word.rfind('-', 0) != 0 && app.get_subcommands().empty()) {
            return tr("la commande « {} » n'existe pas. Vouliez-vous dire « {} » ?", visible(word),
                      nearest(word, known));
        }
        return tr("un argument n'est pas attendu ici : {}", after_colon(visible(error.what())));
    }
    const std::string what = visible(error.what());
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
        return tr("il manque une valeur après {}", what.substr(0, what.find(':')));
    }
    if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr) {
        return tr("ces options ne vont pas ensemble\u00A0: {}", replace_first(what, " excludes ", tr(" et ")));
    }
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
        return tr("il manque un argument : {}", what.substr(0, what.find(" is required")));
    }
    return tr("un argument ne convient pas : {}", after_colon(what));
}

int understand_and_do(int argc, char** argv)
{
    ::umask(022);
    ::signal(SIGPIPE, SIG_IGN);
    use_language(language_asked(argc, argv));
    Line line;
    Parser parser(line);
    try {
        parser.app().parse(argc, argv);
    } catch (const CLI::Success& success) {
        return parser.app().exit(success);
    } catch (const CLI::ParseError& error) {
        throw UsageError(refusal(error, parser.app()));
    }
    line.common.tier = tier_wanted(line.tier);
    return line.command();
}

}  // namespace

int run_command_line(int argc, char** argv) noexcept
{
    try {
        return understand_and_do(argc, argv);
    } catch (const UsageError& error) {
        std::fprintf(stderr, "atelier : %s\n%s\n", visible_lines(error.what()).c_str(),
                     tr("L'aide : ./atelier --help").c_str());
    } catch (const Error& error) {
        std::fprintf(stderr, "atelier : %s\n", visible_lines(error.what()).c_str());
    } catch (const std::bad_alloc&) {
        std::fprintf(stderr, "atelier : %s\n",
                     tr("la mémoire manque ; fermez des programmes, puis recommencez.").c_str());
    } catch (const std::exception& error) {
        std::fprintf(
            stderr, "atelier : %s\n",
            tr("une erreur imprévue s'est produite ({}). C'est un défaut de l'atelier : signalez-le avec la commande que vous avez tapée.",
               error.what())
                .c_str());
    }
    return 2;
}

}  // namespace atelier
