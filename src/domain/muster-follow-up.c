/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-follow-up.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-code.h"

static const char *const kind_codes[MUSTER_N_FOLLOW_UP_KINDS] = { "check", "extension", "response" };
static const char *const kind_labels[MUSTER_N_FOLLOW_UP_KINDS] = { N_("Effectiveness check"), N_("Extension"), N_("Response of the person") };

static const char *const state_codes[MUSTER_N_FOLLOW_UP_STATES] = { "pending", "passed", "failed", "waived", "approved", "refused", "acknowledged", "answered", "replanned" };
static const char *const state_labels[MUSTER_N_FOLLOW_UP_STATES] = {
  NC_("follow-up", "Asked for"),
  NC_("follow-up", "Passed"),
  NC_("follow-up", "Failed"),
  NC_("follow-up", "Waived"),
  NC_("follow-up", "Approved"),
  NC_("follow-up", "Refused"),
  NC_("follow-up", "Acknowledged"),
  NC_("follow-up", "Answered"),
  NC_("follow-up", "Planned anew"),
};

MusterFollowUp *
muster_follow_up_new (void)
{
  MusterFollowUp *follow_up = g_new0 (MusterFollowUp, 1);

  g_date_clear (&follow_up->on, 1);
  g_date_clear (&follow_up->due, 1);
  g_date_clear (&follow_up->settled_on, 1);
  return follow_up;
}

void
muster_follow_up_free (MusterFollowUp *follow_up)
{
  if (follow_up == NULL)
    return;
  g_free (follow_up->text);
  g_free (follow_up->note);
  g_free (follow_up);
}

const char *
muster_follow_up_kind_to_code (MusterFollowUpKind kind)
{
  g_return_val_if_fail ((guint) kind < MUSTER_N_FOLLOW_UP_KINDS, "");
  return kind_codes[kind];
}

gboolean
muster_follow_up_kind_from_code (const char *code, MusterFollowUpKind *kind, GError **error)
{
  guint index;

  if (!muster_code_find (kind_codes, MUSTER_N_FOLLOW_UP_KINDS, code, _("This is nothing that follows a corrective action"), &index, error))
    return FALSE;
  *kind = index;
  return TRUE;
}

const char *
muster_follow_up_kind_get_label (MusterFollowUpKind kind)
{
  g_return_val_if_fail ((guint) kind < MUSTER_N_FOLLOW_UP_KINDS, "");
  return _(kind_labels[kind]);
}

const char *
muster_follow_up_state_to_code (MusterFollowUpState state)
{
  g_return_val_if_fail ((guint) state < MUSTER_N_FOLLOW_UP_STATES, "");
  return state_codes[state];
}

gboolean
muster_follow_up_state_from_code (const char *code, MusterFollowUpState *state, GError **error)
{
  guint index;

  if (!muster_code_find (state_codes, MUSTER_N_FOLLOW_UP_STATES, code, _("This is no state of what follows a corrective action"), &index, error))
    return FALSE;
  *state = index;
  return TRUE;
}

const char *
muster_follow_up_get_label (MusterFollowUpKind kind, MusterFollowUpState state)
{
  g_return_val_if_fail ((guint) state < MUSTER_N_FOLLOW_UP_STATES, "");
  if (state == MUSTER_FOLLOW_UP_PENDING && kind == MUSTER_FOLLOW_UP_CHECK)
    return C_("follow-up", "Planned");
  if (state == MUSTER_FOLLOW_UP_REFUSED && kind == MUSTER_FOLLOW_UP_RESPONSE)
    return C_("follow-up", "Would not take it");
  return g_dpgettext2 (GETTEXT_PACKAGE, "follow-up", state_labels[state]);
}
