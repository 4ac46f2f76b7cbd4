#include "cre2.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <string>
#include <vector>

struct cre2_pattern {
    RE2 expression;
    std::vector<const char *> names;

    cre2_pattern(const re2::StringPiece &source, const RE2::Options &options) : expression(source, options) {}
};

struct cre2_set {
    RE2::Set expressions;

    explicit cre2_set(const RE2::Options &options) : expressions(options, RE2::UNANCHORED) {}
};

namespace {

RE2::Options options_for(int64_t max_memory) {
    RE2::Options options;
    options.set_encoding(RE2::Options::EncodingUTF8);
    options.set_log_errors(false);
    options.set_max_mem(max_memory);
    return options;
}

void write_message(cre2_error *error, const std::string &message) {
    size_t length = std::min(message.size(), sizeof(error->message) - 1);
    // Cut before a whole UTF-8 sequence rather than inside one.
    while (length < message.size() && length > 0 && (static_cast<unsigned char>(message[length]) & 0xC0) == 0x80) {
        length--;
    }
    std::memcpy(error->message, message.data(), length);
    error->message[length] = 0;
}

void write_out_of_memory(cre2_error *error) {
    error->code = CRE2_OUT_OF_MEMORY;
    error->offset = -1;
    std::strcpy(error->message, "out of memory");
}

// RE2 hands out the fragment that it could not read, not its place: the place is known where the fragment occurs once.
ptrdiff_t offset_of(const std::string &fragment, const re2::StringPiece &source) {
    if (fragment.empty()) {
        return -1;
    }
    const size_t first = source.find(fragment);
    if (first == re2::StringPiece::npos || source.rfind(fragment) != first) {
        return -1;
    }
    return static_cast<ptrdiff_t>(first);
}

}  // namespace

extern "C" {

cre2_pattern *cre2_pattern_create(const char *source, size_t length, int64_t max_memory, cre2_error *error) {
    cre2_pattern *pattern = nullptr;
    try {
        const re2::StringPiece piece(source, length);
        pattern = new cre2_pattern(piece, options_for(max_memory));
        if (!pattern->expression.ok()) {
            error->code = pattern->expression.error_code() == RE2::ErrorPatternTooLarge ? CRE2_TOO_LARGE : CRE2_MALFORMED;
            error->offset = offset_of(pattern->expression.error_arg(), piece);
            write_message(error, pattern->expression.error());
            delete pattern;
            return nullptr;
        }
        pattern->names.assign(static_cast<size_t>(pattern->expression.NumberOfCapturingGroups()) + 1, nullptr);
        for (const auto &entry : pattern->expression.CapturingGroupNames()) {
            pattern->names[static_cast<size_t>(entry.first)] = entry.second.c_str();
        }
        return pattern;
    } catch (...) {
        delete pattern;
        write_out_of_memory(error);
        return nullptr;
    }
}

void cre2_pattern_destroy(cre2_pattern *pattern) { delete pattern; }

int32_t cre2_pattern_group_count(const cre2_pattern *pattern) { return pattern->expression.NumberOfCapturingGroups(); }

const char *cre2_pattern_group_name(const cre2_pattern *pattern, int32_t group) {
    if (group < 1 || static_cast<size_t>(group) >= pattern->names.size()) {
        return nullptr;
    }
    return pattern->names[static_cast<size_t>(group)];
}

int32_t cre2_pattern_match(const cre2_pattern *pattern, const char *text, size_t length, size_t start, size_t end, cre2_range *groups,
                           int32_t group_capacity) {
    try {
        constexpr int32_t on_stack = 16;
        re2::StringPiece few[on_stack];
        std::vector<re2::StringPiece> many;
        re2::StringPiece *pieces = few;
        if (group_capacity > on_stack) {
            many.resize(static_cast<size_t>(group_capacity));
            pieces = many.data();
        }
        const re2::StringPiece whole(text, length);
        if (!pattern->expression.Match(whole, start, end, RE2::UNANCHORED, pieces, group_capacity)) {
            return 0;
        }
        for (int32_t group = 0; group < group_capacity; group++) {
            if (pieces[group].data() == nullptr) {
                groups[group] = {-1, -1};
            } else {
                const ptrdiff_t at = pieces[group].data() - text;
                groups[group] = {at, at + static_cast<ptrdiff_t>(pieces[group].size())};
            }
        }
        return 1;
    } catch (...) {
        return -1;
    }
}

cre2_set *cre2_set_create(int64_t max_memory) {
    try {
        return new cre2_set(options_for(max_memory));
    } catch (...) {
        return nullptr;
    }
}

void cre2_set_destroy(cre2_set *set) { delete set; }

int32_t cre2_set_add(cre2_set *set, const char *source, size_t length) {
    try {
        return set->expressions.Add(re2::StringPiece(source, length), nullptr) >= 0 ? 1 : 0;
    } catch (...) {
        return 0;
    }
}

}  // extern "C"
