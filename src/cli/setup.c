#include "cli/setup.h"

#include "cli/about.h"

#include <stdlib.h>
#include <sysexits.h>

Texts rubric_folders(Arena *arena, const Settings *settings) {
    Texts folders = {0};
    vec_each(const Str, folder, &settings->rubric_folders) *vec_push(arena, &folders) = *folder;
    Str rest = str_from(getenv("CALLMARK_RUBRICS")), folder;
    while (str_next(&rest, ':', &folder))
        if (folder.len) *vec_push(arena, &folders) = folder;
    *vec_push(arena, &folders) = about_rubrics();
    return folders;
}

Str rubric_file(Arena *arena, const Settings *settings, Str name) {
    Texts folders = rubric_folders(arena, settings);
    Str path = rubric_find(arena, name, folders.items, folders.len);
    if (!path.len)
        talk_error("no rubric '%.*s' (see 'callmark list rubrics')", STR_ARG(name));
    return path;
}

int session_rubric(Session *session, Arena *arena, const Settings *settings) {
    *session = (Session){.arena = arena, .settings = settings, .diags = {.arena = arena}};
    Str path = rubric_file(arena, settings, settings->rubric);
    if (!path.len) return EX_CONFIG;
    Diags mistakes = {.arena = arena};
    size_t said = 0;
    bool good = rubric_load(arena, path, &session->rubric, &mistakes);
    if (good && session->rubric.is_pack) {
        diag_add(&mistakes, DIAG_ERROR, (Place){.path = path},
                 "a pack of detectors cannot mark calls: it has no principles");
        good = false;
    }
    if (!good) talk_diags(&mistakes, &said);
    if (!good) rubric_free(&session->rubric);
    return good ? EX_OK : EX_CONFIG;
}

int session_inputs(Session *session, const Str *paths, size_t count) {
    session->reader = reader_open(session->arena, &session->settings->read, paths, count,
                                  &session->diags);
    talk_diags(&session->diags, &session->said);
    session->progress = progress_start(session->settings->progress, session->settings->quiet);
    return reader_ok(session->reader) ? EX_OK : EX_USAGE;
}

typedef struct {
    Session *session;
    const RunPlan *inner;
} Watched;

static bool consume(void *context, const Call *call, const void *result) {
    const Watched *watched = context;
    watched->session->calls++;
    return watched->inner->consume(watched->inner->context, call, result);
}

static void tick(void *context) {
    Session *session = ((Watched *)context)->session;
    if (session->said < session->diags.items.len) {
        bool on = session->progress.on;
        progress_end(&session->progress);
        session->progress.on = on;
        talk_diags(&session->diags, &session->said);
    }
    progress_show(&session->progress, session->calls, reader_bytes(session->reader),
                  reader_total(session->reader));
}

void session_run(Session *session, RunPlan run) {
    Watched watched = {session, &run};
    RunPlan outer = run;
    outer.reader = session->reader;
    outer.rubric = &session->rubric;
    outer.jobs = session->settings->jobs;
    outer.no_sieve = session->settings->no_sieve;
    outer.consume = consume;
    outer.context = &watched;
    outer.tick = tick;
    run_calls(&outer);
    progress_end(&session->progress);
    talk_diags(&session->diags, &session->said);
}

int session_status(const Session *session) {
    const InputFiles *files = reader_files(session->reader);
    bool any = false;
    vec_each(const InputFile, file, files) any = any || file->opened;
    if (!any) return EX_NOINPUT;
    return session->diags.errors ? EX_DATAERR : EX_OK;
}

void session_close(Session *session) {
    if (session->reader) reader_close(session->reader);
    rubric_free(&session->rubric);
}
