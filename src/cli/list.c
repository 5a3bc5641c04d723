#include "base/embedded.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/setup.h"
#include "detect/kinds.h"
#include "load/load.h"
#include "read/formats.h"

#include <errno.h>
#include <string.h>
#include <sysexits.h>

static int list_formats(Arena *arena, const Settings *settings, Buf *out) {
    (void)arena, (void)settings;
    for (size_t i = 0; i < format_count(); i++) {
        const FormatInfo *format = format_info(i);
        buf_format(out, "%-8s %s\n%-8s times: %s\n%-8s roles: %s\n", format->name,
                   format->summary, "", format->times, "", format->roles);
    }
    return EX_OK;
}

static int list_kinds(Arena *arena, const Settings *settings, Buf *out) {
    (void)arena, (void)settings;
    for (const DetectorKind *const *kind = DETECTOR_KINDS; *kind; kind++) {
        buf_format(out, "%-10s %s\n", (*kind)->name, (*kind)->summary);
        for (const FieldSpec *field = (*kind)->fields; field->name; field++)
            buf_format(out, "  %-10s %s%s\n", field->name, field->summary,
                       field->required ? " (required)" : "");
    }
    return EX_OK;
}

static void put_rubric(Arena *arena, Buf *out, const Texts *folders, Str folder,
                       Str file) {
    Rubric rubric;
    Diags diags = {.arena = arena};
    Str path = path_join(arena, folder, file), name = str_slice(file, 0, file.len - 5);
    bool good = rubric_load(arena, path, folders, &rubric, &diags);
    if (!good)
        buf_format(out, "%-18.*s has errors (see 'callmark check')\n", STR_ARG(name));
    else if (!rubric.is_pack)
        buf_format(out, "%-18.*s %.*s: %zu principles, %zu criteria\n", STR_ARG(name),
                   STR_ARG(rubric.title), rubric.principles.len, rubric.criteria.len);
    rubric_free(&rubric);
}

// The file as it is, to begin another from.
static int show_rubric(Arena *arena, const Settings *settings, Buf *out) {
    Str path = rubric_file(arena, settings, settings->show);
    if (!path.len) return EX_CONFIG;
    Str bytes = embedded_bytes(path);
    if (!bytes.ptr && !file_read(arena, path, &bytes)) {
        message_error("cannot read '%.*s' (%s)", STR_ARG(path), strerror(errno));
        return EX_CONFIG;
    }
    buf_put(out, bytes);
    return EX_OK;
}

static int list_rubrics(Arena *arena, const Settings *settings, Buf *out) {
    if (settings->show.len) return show_rubric(arena, settings, out);
    Texts folders = rubric_folders(arena, settings);
    vec_each(const Str, folder, &folders) {
        Texts names = rubric_names(arena, *folder);
        if (names.len) buf_format(out, "%.*s:\n", STR_ARG(*folder));
        vec_each(const Str, name, &names)
            put_rubric(arena, out, &folders, *folder, *name);
    }
    return EX_OK;
}

static void put_percent(Buf *out, const char *name, const Share *share) {
    if (!share->known) return;
    buf_format(out, "%s", name);
    buf_decimal(out, (int64_t)share->value * 100, 1);
    buf_text(out, " %");
}

// Of a detector that was measured: "  precision 96.0 %  recall 90.5 %".
static void put_quality(Buf *out, const Quality *quality) {
    if (quality) {
        put_percent(out, "  precision ", &quality->precision);
        put_percent(out, "  recall ", &quality->recall);
        if (quality->outdated) buf_text(out, "  (of another version)");
    }
    buf_byte(out, '\n');
}

static int list_detectors(Arena *arena, const Settings *settings, Buf *out) {
    Setup setup;
    int status = setup_detectors(&setup, arena, settings);
    if (status != EX_OK) return status;
    vec_each(const Detector, detector, &setup.rubric.detectors) {
        Str role =
            detector->role == ROLE_UNKNOWN ? STR("any") : role_name(detector->role);
        buf_format(out, "%-22.*s %-9s %-9.*s %.*s:%u", STR_ARG(detector->name),
                   detector->kind->name, STR_ARG(role), STR_ARG(detector->place.path),
                   detector->place.line);
        vec_each(const Place, place, &detector->extended)
            buf_format(out, " + %.*s:%u", STR_ARG(place->path), place->line);
        put_quality(out, setup.rubric.quality[detector - setup.rubric.detectors.items]);
    }
    setup_close(&setup);
    return EX_OK;
}

static const struct {
    const char *name;
    int (*list)(Arena *arena, const Settings *settings, Buf *out);
} LISTS[] = {
    {"formats", list_formats},
    {"kinds", list_kinds},
    {"rubrics", list_rubrics},
    {"detectors", list_detectors},
};
enum { LIST_COUNT = sizeof LISTS / sizeof *LISTS };

static int complain(Arena *arena, Str word) {
    Str names[LIST_COUNT];
    for (size_t i = 0; i < LIST_COUNT; i++) names[i] = str_from(LISTS[i].name);
    Str hint = diag_hint(arena, word, names, LIST_COUNT);
    if (!hint.len) hint = STR("formats, kinds, rubrics or detectors");
    message_error("nothing called '%.*s' to list (%.*s)", STR_ARG(word), STR_ARG(hint));
    return EX_USAGE;
}

static int list(Arena *arena, const Settings *settings, Str word, Buf *text) {
    for (size_t i = 0; i < LIST_COUNT; i++)
        if (str_eq(word, str_from(LISTS[i].name)))
            return LISTS[i].list(arena, settings, text);
    return complain(arena, word);
}

static int list_command(Arena *arena, const Settings *settings) {
    Buf text = {.arena = arena};
    Output output;
    int status = EX_OK;
    const Texts *words = &settings->files;
    bool rubrics_alone = words->len == 1 && str_eq(words->items[0], STR("rubrics"));
    if (settings->show.len && !rubrics_alone) {
        message_error("--show is an option of 'callmark list rubrics' alone");
        return EX_USAGE;
    }
    for (size_t i = 0; i < words->len && status == EX_OK; i++)
        status = list(arena, settings, words->items[i], &text);
    output_open(&output, arena, (Str){0}, false);
    output_put(&output, buf_str(&text));
    int written = output_close(&output, true);
    return status != EX_OK ? status : written;
}

const Command COMMAND_LIST = {
    .name = "list",
    .arguments = "formats|kinds|rubrics|detectors",
    .summary = "Lists what callmark can read, look for and mark by.",
    .details =
        "Detectors are those of a rubric (-r), each with the file and line it stands at and, "
        "after a '+', those that extend it. 'list rubrics --show NAME' prints the file of a "
        "rubric, to begin one of your own from.",
    .options = OPTIONS_RUBRIC | OPTIONS_FOLDERS | OPTIONS_LIST,
    .needs_files = true,
    .run = list_command,
};
