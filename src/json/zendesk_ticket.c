// Zendesk tickets with their comments: a line each in an export of the account, or what
// GET /api/v2/tickets/ID/comments gives, with users beside them where these were asked
// for. https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments
#include "text/email.h"
#include "text/markup.h"
#include "json/fields.h"
#include "json/vendor.h"

static const char *zendesk_ticket_detect(const Json *document) {
    const Json *comments = json_at(document, "comments");
    if (!comments) comments = json_at(document, "ticket.comments");
    json_each(comment, comments)
        if (json_at(comment, "author_id") && json_at(comment, "public"))
            return "'comments' with 'author_id' and 'public'";
    return NULL;
}

// The entry in 'users' of who wrote a comment, or what stands in its place.
static const Json *find_author(const Json *document, const Json *comment) {
    const Json *id = json_at(comment, "author_id"), *users = json_at(document, "users");
    const Json *requester = json_at(document, "requester");
    json_each(user, users)
        if (json_same(json_at(user, "id"), id)) return user;
    if (json_same(json_at(requester, "id"), id)) return requester;
    if (json_same(json_at(document, "assignee.id"), id))
        return json_at(document, "assignee");
    return json_at(comment, "author");
}

// "end-user", "agent" or "admin"; without that, whoever asked is the customer, and
// whoever the ticket is assigned to an agent. A number below 0 is a rule's.
static Role role_of(const Json *document, const Json *comment, const Json *author) {
    const Json *id = json_at(comment, "author_id");
    if (json_is(id, JSON_NUMBER) && id->number < 0) return ROLE_SYSTEM;
    Role role = role_from_label(json_text(author, "role"));
    if (role != ROLE_UNKNOWN) return role;
    if (json_same(json_at(document, "requester_id"), id) ||
        json_same(json_at(document, "requester.id"), id))
        return ROLE_CUSTOMER;
    bool assigned = json_same(json_at(document, "assignee_id"), id) ||
                    json_same(json_at(document, "assignee.id"), id);
    return assigned ? ROLE_AGENT : ROLE_UNKNOWN;
}

static Str text_of(CallTask *task, const Json *comment) {
    Str text = json_text(comment, "plain_body");
    if (!text.len) text = json_text(comment, "body");
    if (!text.len) text = json_text(comment, "html_body");
    return email_text(task->arena, markup_text(task->arena, text));
}

// The first agent who writes is the ticket's.
static void note_people(CallTask *task, Turn *turn, Str id) {
    Call *call = &task->call;
    Str name = str_eq(turn->speaker, id) ? (Str){0} : turn->speaker;
    if (turn->role == ROLE_CUSTOMER && !call->customer.len) call->customer = id;
    if (turn->role != ROLE_AGENT) return;
    turn->agent = call_agent(task->arena, call, (Agent){.id = id, .name = name});
    if (call->agent.len) return;
    call->agent = id;
    call->agent_name = name;
}

static void read_comment(CallTask *task, const Json *document, const Json *comment) {
    const Json *shown = json_at(comment, "public");
    Str text = text_of(task, comment), id = json_word(task, comment, "author_id");
    if ((shown && !shown->truth) || !text.len) return;
    const Json *author = find_author(document, comment);
    Turn *turn = json_turn(task, comment);
    turn->text = text;
    turn->role = role_of(document, comment, author);
    turn->speaker = json_word(task, author, "name");
    if (!turn->speaker.len) turn->speaker = id;
    if (str_eq(json_text(comment, "type"), STR("VoiceComment"))) turn->role = ROLE_SYSTEM;
    note_people(task, turn, id);
    turn->start_ms = json_time(task, comment, "created_at", 0);
}

static void zendesk_ticket_read(CallTask *task, const Json *document) {
    const Json *ticket =
        json_at(document, "ticket.comments") ? json_at(document, "ticket") : document;
    const Json *comments = json_array(task, ticket, "comments");
    task->call.id = json_word(task, ticket, "id");
    task->call.channel = json_word(task, ticket, "via.channel");
    if (!task->call.channel.len) task->call.channel = STR("email");
    task->call.team = json_word(task, ticket, "group.name");
    json_field(task, "subject", json_word(task, ticket, "subject"));
    json_each_of(task, comment, comments) read_comment(task, ticket, comment);
    call_order_turns(&task->call);
}

const JsonFormat JSON_ZENDESK_TICKET = {
    .info = {.name = "zendesk-ticket",
             .summary = "Zendesk tickets with their comments",
             .times = "when a comment was written, ISO 8601",
             .roles = "given, by the users, or by requester and assignee; comments that "
                      "are not public are passed over"},
    .detect = zendesk_ticket_detect,
    .read = zendesk_ticket_read,
};
