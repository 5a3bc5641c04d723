#include "text/speaker.h"

#include "text/sidecar.h"

// The role of "channel N" by --map-channel.
static Role role_of_channel(const ReadOptions *options, Str label) {
    Str name = STR("channel ");
    int64_t number;
    if (!options->channels.len || !str_eq_fold(str_slice(label, 0, name.len), name) ||
        !str_to_int(str_slice(label, name.len, label.len), &number))
        return ROLE_UNKNOWN;
    vec_each(const ChannelMap, map, &options->channels)
        if (map->number == number) return map->role;
    return ROLE_UNKNOWN;
}

Role speaker_mapped_role(const ReadOptions *options, Str label) {
    vec_each(const Str, known, &options->agent_speakers)
        if (str_eq_fold(str_trim(*known), label)) return ROLE_AGENT;
    if (options->agents && sidecar_agent(options->agents, label)) return ROLE_AGENT;
    return role_of_channel(options, label);
}

static bool is_same(Str label, Str name) { return label.len && str_eq_fold(label, name); }

Role speaker_role(const ReadOptions *options, const Call *call, Str label) {
    Role mapped = speaker_mapped_role(options, label);
    if (mapped != ROLE_UNKNOWN) return mapped;
    if (is_same(label, call->agent) || is_same(label, call->agent_name))
        return ROLE_AGENT;
    if (is_same(label, call->customer)) return ROLE_CUSTOMER;
    return role_from_label(label);
}
