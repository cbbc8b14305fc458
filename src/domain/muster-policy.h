/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** The code of the notice among the policy documents; requirements of the kind “acknowledgement” are about it. */
#define MUSTER_POLICY_NOTICE "notice"

/** Whether a version of the policy document @code may be loaded: the notice, with a name, a title and the day from which on it is in force. MUSTER_ERROR_RULE. */
gboolean muster_policy_check (const char *code, const char *version, const char *title, const GDate *from, GError **error);
