/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * MusterRuleSource: where a rule comes from.
 * @verified: whether somebody saw it there; then @verified_by and @verified_on say who, and when
 */
typedef struct
{
  char *citation;
  gboolean verified;
  char *verified_by;
  GDate verified_on;
} MusterRuleSource;

/** Reads the keys Citation, Verified, VerifiedBy and VerifiedOn of @group; what is verified names who did it and when, here or for the whole pack. @languages: (nullable): for the words, as of g_get_language_names() */
gboolean muster_rule_source_read (MusterRuleSource *source, GKeyFile *file, const char *group, const char *const *languages, GError **error);
/** Frees what @source holds and empties it. */
void muster_rule_source_clear (MusterRuleSource *source);
