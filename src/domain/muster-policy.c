/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-policy.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-text.h"

#define LONGEST_VERSION 40
#define LONGEST_TITLE 200

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

gboolean
muster_policy_check (const char *code, const char *version, const char *title, const GDate *from, GError **error)
{
  if (g_strcmp0 (code, MUSTER_POLICY_NOTICE) != 0)
    return refuse (error, _("There is no other policy document than the notice."));
  if (muster_text_is_blank (version) || g_utf8_strlen (version, -1) > LONGEST_VERSION)
    return refuse (error, _("A version of the notice needs a name of up to 40 letters, as “2026.1”."));
  if (muster_text_is_blank (title) || g_utf8_strlen (title, -1) > LONGEST_TITLE)
    return refuse (error, _("The notice needs a title of up to 200 letters."));
  return g_date_valid (from) || refuse (error, _("Say from which day on the version is in force."));
}
