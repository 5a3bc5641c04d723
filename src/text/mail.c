// E-mail: a file of one mail, or a mailbox (mbox, RFC 4155) of many. Mails that answer
// each other are a call, and each of them a turn, without what it quotes.
#include "format/format.h"
#include "text/email.h"
#include "text/mime.h"
#include "text/speaker.h"
#include "text/text_bytes.h"

#include "base/file.h"
#include "base/map.h"
#include "base/utf8.h"

enum { MAILBOX_MAX = 256 << 20 }; // bytes, all of which are held

typedef struct {
    Str bytes;
    uint32_t line; // of its first header
} RawMail;

// The raw of a task: the mails of a call, in the order of the file.
typedef struct Thread {
    Str id; // of its first mail, or made of the file's name
    VEC(RawMail) mails;
} Thread;

typedef struct {
    Input *input;
    VEC(Thread) threads;
    Map numbers; // ids of mails and subjects -> number of the thread
    size_t given;
} Mailbox;

// ---- Headers, as far as they tell what belongs together

// The length of the line's name when it is "Name: value", or 0.
static size_t header_name(Str line) {
    size_t at = 0;
    while (at < line.len && line.ptr[at] > ' ' && line.ptr[at] != ':') at++;
    return at < line.len && line.ptr[at] == ':' ? at : 0;
}

// Whether the text begins with a block of headers that only mails have.
static bool has_headers(Str text) {
    static const char *const SURE[] = {"message-id",  "mime-version", "received",
                                       "return-path", "delivered-to", NULL};
    bool sure = false, from = false, subject = false, date = false;
    Str line;
    while (str_next(&text, '\n', &line) && str_trim(line).len) {
        if (byte_is_space(line.ptr[0]) && from) continue;
        Str name = str_slice(line, 0, header_name(line));
        if (!name.len) return false;
        sure |= str_is_one_of(name, SURE);
        from |= str_eq_fold(name, STR("from")) || sure;
        subject |= str_eq_fold(name, STR("subject"));
        date |= str_eq_fold(name, STR("date"));
    }
    return sure || (from && subject && date);
}

// "From ana@harbour.example Mon Mar  2 09:30:00 2026"
static bool begins_mail(Str line) {
    Str rest = str_slice(line, 5, line.len);
    return str_starts(line, STR("From ")) && str_index(rest, 0, ':') < rest.len &&
           !str_ends(str_trim(line), STR(":"));
}

// The subject without what answers put before it; empty when there is nothing there, so
// that it is no answer.
static Str answered_subject(Str subject) {
    static const char *const MARKS[] = {
        "re:",  "aw:",  "sv:",  "vs:", "r:",  "rif:", "antw:", "tr:",
        "odp:", "res:", "fwd:", "fw:", "wg:", "enc:", NULL};
    Str rest = subject;
    for (int mark; (mark = str_start_in(rest, MARKS)) >= 0;)
        rest = str_trim(str_slice(rest, strlen(MARKS[mark]), rest.len));
    return rest.len < subject.len ? rest : (Str){0};
}

// ---- Threads

// The thread of one of the mails named in `references`, or MAP_NONE.
static uint32_t find_referred(const Mailbox *mailbox, Str references) {
    Str rest = references, part;
    while (str_next(&rest, '<', &part)) {
        uint32_t number = map_get(&mailbox->numbers,
                                  str_trim(str_slice(part, 0, str_index(part, 0, '>'))));
        if (part.len && number != MAP_NONE) return number;
    }
    return MAP_NONE;
}

static uint32_t begin_thread(Mailbox *mailbox, const Mail *mail, bool alone) {
    Arena *arena = &mailbox->input->arena;
    uint32_t number = (uint32_t)mailbox->threads.len;
    Str id = path_stem(mailbox->input->path);
    if (!alone && mail->id.len)
        id = mail->id;
    else if (!alone)
        id = str_format(arena, "%.*s-%u", STR_ARG(id), number + 1);
    *vec_push(arena, &mailbox->threads) = (Thread){.id = id};
    return number;
}

// An answer goes on with the mail that it names; when that is not here, or it names none,
// with the last of its subject.
static void add_mail(Mailbox *mailbox, RawMail raw, bool alone) {
    Arena *arena = &mailbox->input->arena;
    Mail mail;
    mime_read(mailbox->input->mime, arena, raw.bytes, &mail);
    uint32_t number = find_referred(mailbox, mail.references);
    Str answered = answered_subject(mail.subject);
    Str subject = str_lower(arena, answered.len ? answered : mail.subject);
    Str key = str_format(arena, "subject %.*s", STR_ARG(subject));
    if (number == MAP_NONE && answered.len) number = map_get(&mailbox->numbers, key);
    if (number == MAP_NONE) number = begin_thread(mailbox, &mail, alone);
    if (mail.id.len) map_add(arena, &mailbox->numbers, mail.id, number);
    if (mail.subject.len) map_add(arena, &mailbox->numbers, key, number);
    *vec_push(arena, &mailbox->threads.items[number].mails) = raw;
}

// Lines of ">From " had their mark put on when the mail was filed.
static Str unmark(Arena *arena, Str bytes) {
    if (!str_has(bytes, STR("\n>From "))) return bytes;
    Buf out = {.arena = arena};
    for (Str line; str_next(&bytes, '\n', &line);) {
        if (str_starts(line, STR(">From "))) line = str_slice(line, 1, line.len);
        buf_put(&out, line);
        buf_byte(&out, '\n');
    }
    return buf_str(&out);
}

static void cut_mailbox(Mailbox *mailbox, Str text) {
    uint32_t number = 0;
    RawMail raw = {0};
    size_t from = 0, at = 0;
    for (bool blank = true; at < text.len;) {
        size_t end = str_index(text, at, '\n');
        Str line = str_slice(text, at, end);
        number++;
        if (blank && begins_mail(line)) {
            raw.bytes = unmark(&mailbox->input->arena, str_slice(text, from, at));
            if (raw.line) add_mail(mailbox, raw, false);
            from = end + 1;
            raw.line = number + 1;
        }
        blank = !str_trim(line).len;
        at = end + 1;
    }
    raw.bytes = unmark(&mailbox->input->arena, str_slice(text, from, text.len));
    if (raw.line) add_mail(mailbox, raw, false);
}

// ---- Turns

static Role role_of(CallTask *task, const Mail *mail) {
    if (mail->automatic) return ROLE_SYSTEM;
    Role role = speaker_mapped_role(task->input->options, mail->address);
    if (role == ROLE_AGENT && !task->call.agent.len) task->call.agent = mail->address;
    return role;
}

static void read_mail(CallTask *task, const RawMail *raw) {
    Call *call = &task->call;
    Mail mail;
    mime_read(task->input->mime, task->arena, raw->bytes, &mail);
    Turn turn = {.speaker = mail.name.len ? mail.name : mail.address,
                 .text = email_text(task->arena, mail.text),
                 .start_ms = mail.sent_ms,
                 .end_ms = NO_TIME,
                 .place = task_place(task, raw->line, 1)};
    turn.role = role_of(task, &mail);
    if (!call->fields.len && mail.subject.len)
        *vec_push(task->arena, &call->fields) = (Field){STR("subject"), mail.subject};
    if (turn.text.len) *vec_push(task->arena, &call->turns) = turn;
}

static void mail_read(const void *state, CallTask *task) {
    (void)state;
    const Thread *thread = task->raw;
    Place place = task_place(task, thread->mails.items[0].line, 1);
    task->call = (Call){.id = thread->id,
                        .channel = STR("email"),
                        .started_at = NO_TIME,
                        .wait_ms = NO_TIME,
                        .place = place};
    vec_each(const RawMail, raw, &thread->mails) read_mail(task, raw);
    call_order_turns(&task->call);
    if (!task->call.turns.len)
        task_refuse(task, place, STR("no turns: no mail has a text"));
}

// ---- The format

static const char *mail_sniff(Input *input) {
    Str head = source_window(&input->source), line;
    Str rest = head;
    str_next(&rest, '\n', &line);
    if (begins_mail(line) && has_headers(rest)) return "it is a mailbox";
    return has_headers(head) ? "it begins with the headers of a mail" : NULL;
}

static bool mail_cut(void *state, CallTask *task) {
    Mailbox *mailbox = state;
    if (mailbox->given == mailbox->threads.len) return false;
    Thread *thread = &mailbox->threads.items[mailbox->given++];
    task->raw = thread;
    vec_each(const RawMail, raw, &thread->mails) task->bytes += raw->bytes.len;
    return true;
}

static void *open_mail(Input *input) {
    Mailbox *mailbox = arena_new(&input->arena, Mailbox);
    Source *source = &input->source;
    mailbox->input = input;
    if (source_has(source, MAILBOX_MAX)) {
        input_fail(input, input_place(input, 1, 1),
                   STR("a mailbox of more than 256 MiB"));
        return NULL;
    }
    size_t repaired = 0;
    Str text = str_copy(&input->arena,
                        utf8_repair(&input->arena, source_window(source), &repaired));
    source_consume(source, text.len);
    bool alone = !begins_mail(str_slice(text, 0, str_index(text, 0, '\n')));
    if (alone)
        add_mail(mailbox, (RawMail){text, 1}, true);
    else
        cut_mailbox(mailbox, text);
    return mailbox;
}

const Format FORMAT_MAIL = {
    .info = {.name = "mail",
             .summary =
                 "e-mail, a mail or a mailbox (mbox); mails that answer are a call",
             .times = "when a mail was sent",
             .roles =
                 "by the names and addresses; what a program answers is the system's"},
    .sniff = mail_sniff,
    .open = open_mail,
    .cut = mail_cut,
    .read = mail_read,
};
