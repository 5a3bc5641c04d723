#include "cli/filter.h"

#include "score/record.h"
#include "json/json_reader.h"

#include <sysexits.h>

static bool may_be_json(Str format) {
    bool is_json =
        !format.len || str_eq(format, STR("json")) || str_eq(format, STR("ndjson"));
    for (size_t i = 0; i < json_format_count(); i++)
        is_json |= str_eq(format, str_from(json_format(i)->info.name));
    return is_json;
}

int filter_settle(Settings *settings) {
    ReadOptions *read = &settings->read;
    const Texts *files = &settings->files;
    read->filter = files->len == 1 && str_eq(files->items[0], STR("-")) &&
                   str_eq(settings->to, STR("ndjson"));
    read->in_lines =
        read->filter && (settings->line_buffered || str_eq(read->format, STR("ndjson")));
    if (read->in_lines && !read->format.len) read->format = STR("ndjson");
    if (!settings->line_buffered || (read->filter && may_be_json(read->format)))
        return EX_OK;
    message_error("--line-buffered is for standard input alone, in lines of JSON, with "
                  "--to ndjson");
    return EX_USAGE;
}

bool filter_is_on(const Setup *setup) {
    const InputFiles *files = reader_files(setup->reader);
    return files->len && files->items[0].by_line;
}

void filter_put_refused(Buf *out, const CallTask *task) {
    Str reason = STR("refused");
    vec_each(const Complaint, complaint, &task->complaints)
        if (complaint->kind == COMPLAINT_CALL) reason = complaint->diag.text;
    record_put_error(out, task->unnamed ? (Str){0} : task->call.id, task->call.place.line,
                     reason);
}

int filter_status(const Setup *setup, int status) {
    const InputFile *input = &reader_files(setup->reader)->items[0];
    bool passed_on = status == EX_DATAERR && !input->failed;
    return passed_on && !setup->settings->strict ? EX_OK : status;
}
