/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-letter.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-code.h"
#include "domain/muster-deadline.h"
#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "domain/muster-text.h"

static const char *const method_codes[MUSTER_N_SERVICE_METHODS] = { "mail", "certified-mail", "email", "by-hand", "portal" };
static const char *const method_labels[MUSTER_N_SERVICE_METHODS] = { N_("By mail"), N_("By certified mail"), N_("By e-mail"), N_("By hand"), N_("Through a portal") };
static const char *const result_codes[MUSTER_N_SERVICE_RESULTS] = { "sent", "received", "refused", "returned" };
static const char *const result_labels[MUSTER_N_SERVICE_RESULTS] = { N_("Sent"), N_("Received"), N_("Refused to take it"), N_("Came back") };

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

const char *
muster_service_method_to_code (MusterServiceMethod method)
{
  return method_codes[method];
}

gboolean
muster_service_method_from_code (const char *code, MusterServiceMethod *method, GError **error)
{
  guint index;

  if (!muster_code_find (method_codes, MUSTER_N_SERVICE_METHODS, code, _("This is not a way to serve a letter"), &index, error))
    return FALSE;
  *method = index;
  return TRUE;
}

const char *
muster_service_method_get_label (MusterServiceMethod method)
{
  return _(method_labels[method]);
}

const char *
muster_service_result_to_code (MusterServiceResult result)
{
  return result_codes[result];
}

gboolean
muster_service_result_from_code (const char *code, MusterServiceResult *result, GError **error)
{
  guint index;

  if (!muster_code_find (result_codes, MUSTER_N_SERVICE_RESULTS, code, _("This is not what can become of a letter"), &index, error))
    return FALSE;
  *result = index;
  return TRUE;
}

const char *
muster_service_result_get_label (MusterServiceResult result)
{
  return _(result_labels[result]);
}

gboolean
muster_service_check (MusterServiceMethod method, const GDate *on, const char *tracking, const char *note, const GDate *drawn, const GDate *today, GError **error)
{
  if (!muster_date_check_happened (on, today, error))
    return FALSE;
  if (g_date_compare (on, drawn) < 0)
    {
      g_autofree char *day = muster_date_dup_text (on), *first = muster_date_dup_text (drawn);

      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The letter was created on %s and cannot have been served on %s, before that."), first, day);
      return FALSE;
    }
  if (method == MUSTER_SERVICE_CERTIFIED_MAIL && muster_text_is_blank (tracking))
    return refuse (error, _("Give the tracking number: certified mail is proved by it."));
  if (muster_identifier_contains_ssn (tracking) || muster_identifier_contains_ssn (note))
    return refuse (error, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
  return TRUE;
}

gboolean
muster_service_is_presumed (MusterServiceMethod method, MusterServiceResult result)
{
  return result == MUSTER_SERVICE_SENT && (method == MUSTER_SERVICE_MAIL || method == MUSTER_SERVICE_CERTIFIED_MAIL);
}

gboolean
muster_service_get_receipt (MusterServiceMethod method, MusterServiceResult result, const GDate *on, MusterRulePack *pack, GDate *day, GError **error)
{
  const MusterRuleDays *rule;

  g_date_clear (day, 1);
  if (result == MUSTER_SERVICE_RETURNED)
    return TRUE;
  *day = *on;
  if (!muster_service_is_presumed (method, result))
    return TRUE;
  rule = muster_rule_pack_get_days (pack, "mail-received", error);
  if (rule == NULL)
    return FALSE;
  muster_deadline_get_last (rule, on, day);
  return TRUE;
}
