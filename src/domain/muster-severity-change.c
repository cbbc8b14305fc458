/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-severity-change.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "domain/muster-text.h"

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

gboolean
muster_severity_change_check (const MusterCorrectiveAction *action, MusterSeverity severity, const char *reason, GError **error)
{
  if (action->state != MUSTER_ACTION_OPEN)
    return refuse (error, _("The corrective action is not open any more: its severity stays what it was."));
  if (action->severity == severity)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("%s is of severity %s already. Choose another one."), action->number, muster_severity_to_code (severity));
      return FALSE;
    }
  if (muster_text_is_blank (reason))
    return refuse (error, _("Say why the severity changes: whoever judges the case later has to know."));
  if (muster_identifier_contains_ssn (reason))
    return refuse (error, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
  return TRUE;
}

static char *
dup_due_remark (const MusterCorrectiveAction *action, MusterSeverity severity, MusterRulePack *pack)
{
  GDate usual;
  g_autofree char *by_rules = NULL, *stays = muster_date_dup_text (&action->due);
  int order;

  muster_corrective_action_get_usual_due (pack, severity, &action->opened, &usual);
  by_rules = muster_date_dup_text (&usual);
  order = g_date_compare (&usual, &action->due);
  if (order == 0)
    return NULL;
  if (order > 0)
    /* Translators: day, severity, day */
    return g_strdup_printf (_("By the rules it would be due on %s as %s; it stays due on %s. Where more time is needed, an extension is asked for."), by_rules, muster_severity_to_code (severity), stays);
  /* Translators: day, severity, day */
  return g_strdup_printf (_("By the rules it would be due on %s as %s; it stays due on %s, as the person was told. Give its steps earlier days where that is too late."), by_rules, muster_severity_to_code (severity), stays);
}

static char *
dup_restriction_remark (const MusterCorrectiveAction *action, MusterSeverity severity, MusterRulePack *pack)
{
  const MusterSeverityRule *rule = muster_rule_pack_get_severity (pack, severity);
  const char *has = muster_restriction_get_label (action->restriction);

  if (action->restriction < rule->least_restriction)
    /* Translators: severity, restriction, restriction */
    return g_strdup_printf (_("%s asks for at least “%s” meanwhile; it stays at “%s”. To restrict the person, open another corrective action, or propose a suspension."), muster_severity_to_code (severity),
                            muster_restriction_get_label (rule->least_restriction), has);
  if (action->restriction > rule->restriction)
    /* Translators: restriction, severity */
    return g_strdup_printf (_("The restriction “%s” is more than %s asks for; it stays until the action is closed."), has, muster_severity_to_code (severity));
  return NULL;
}

char **
muster_severity_change_list_remarks (const MusterCorrectiveAction *action, MusterSeverity severity, MusterRulePack *pack)
{
  g_autoptr (GStrvBuilder) remarks = g_strv_builder_new ();
  char *due = dup_due_remark (action, severity, pack), *restriction = dup_restriction_remark (action, severity, pack);

  if (due != NULL)
    g_strv_builder_take (remarks, due);
  if (restriction != NULL)
    g_strv_builder_take (remarks, restriction);
  return g_strv_builder_end (remarks);
}
