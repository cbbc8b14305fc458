/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-saved-list.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "domain/muster-assister.h"
#include "domain/muster-certification.h"
#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "domain/muster-text.h"

static gboolean
refuse (GError **error, MusterError code, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, code, message);
  return FALSE;
}

MusterSavedFilter *
muster_saved_filter_new (void)
{
  MusterSavedFilter *filter = g_new0 (MusterSavedFilter, 1);

  filter->may_assist = -1;
  return filter;
}

void
muster_saved_filter_free (MusterSavedFilter *filter)
{
  if (filter == NULL)
    return;
  g_free (filter->search);
  g_free (filter->county);
  g_free (filter->language);
  g_free (filter);
}

gboolean
muster_saved_filter_check (const MusterSavedFilter *filter, GError **error)
{
  const char *const words[] = { filter->search, filter->county, filter->language };
  gboolean any = filter->states != 0 || filter->types != 0 || filter->agency_id != 0 || filter->may_assist >= 0 || filter->expiring != 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      any |= words[i] != NULL;
      if (words[i] != NULL && muster_identifier_contains_ssn (words[i]))
        return refuse (error, MUSTER_ERROR_RULE, _("The search has what looks like a social security number in it. Such numbers are never kept; take it out."));
    }
  return any || refuse (error, MUSTER_ERROR_RULE, _("Nothing is filtered, so the list would be the whole roster. Search or filter first."));
}

static void
add_line (GString *text, const char *key, const char *value)
{
  g_autofree char *tidy = value != NULL ? muster_text_dup_tidy (value) : NULL;

  if (tidy != NULL)
    g_string_append_printf (text, "%s=%s\n", key, tidy);
}

static void
add_number (GString *text, const char *key, gint64 number)
{
  if (number != 0)
    g_string_append_printf (text, "%s=%" G_GINT64_FORMAT "\n", key, number);
}

char *
muster_saved_filter_to_text (const MusterSavedFilter *filter)
{
  GString *text = g_string_new (NULL);

  add_line (text, "search", filter->search);
  for (guint state = MUSTER_STATE_NONE + 1; state < MUSTER_N_STATES; state++)
    if ((filter->states & (1u << state)) != 0)
      add_line (text, "status", muster_certification_state_to_code (state));
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if ((filter->types & (1u << i)) != 0)
      add_line (text, "type", muster_assister_type_to_code (1u << i));
  add_number (text, "agency", filter->agency_id);
  add_line (text, "county", filter->county);
  add_line (text, "language", filter->language);
  if (filter->may_assist >= 0)
    add_line (text, "may-assist", filter->may_assist != 0 ? "yes" : "no");
  add_number (text, "expiring", filter->expiring);
  return g_string_free_and_steal (text);
}

static gboolean
set_word (char **word, const char *value)
{
  if (*word != NULL || *value == '\0')
    return FALSE;
  *word = g_strdup (value);
  return TRUE;
}

static gboolean
set_number (gint64 *number, const char *value, gint64 most)
{
  guint64 read;

  if (*number != 0 || !g_ascii_string_to_unsigned (value, 10, 1, most, &read, NULL))
    return FALSE;
  *number = (gint64) read;
  return TRUE;
}

static gboolean
set_state (MusterSavedFilter *filter, const char *value)
{
  MusterCertificationState state;

  if (!muster_certification_state_from_code (value, &state, NULL) || state == MUSTER_STATE_NONE)
    return FALSE;
  filter->states |= 1u << state;
  return TRUE;
}

static gboolean
set_type (MusterSavedFilter *filter, const char *value)
{
  MusterAssisterType type;

  if (!muster_assister_type_from_text (value, &type, NULL))
    return FALSE;
  filter->types |= type;
  return TRUE;
}

static gboolean
set_may_assist (MusterSavedFilter *filter, const char *value)
{
  if (!g_str_equal (value, "yes") && !g_str_equal (value, "no"))
    return FALSE;
  filter->may_assist = g_str_equal (value, "yes");
  return TRUE;
}

static gboolean
set_expiring (MusterSavedFilter *filter, const char *value)
{
  gint64 days = filter->expiring;

  if (!set_number (&days, value, G_MAXINT))
    return FALSE;
  filter->expiring = (guint) days;
  return TRUE;
}

static gboolean
read_line (MusterSavedFilter *filter, const char *key, const char *value)
{
  if (g_str_equal (key, "search"))
    return set_word (&filter->search, value);
  if (g_str_equal (key, "county"))
    return set_word (&filter->county, value);
  if (g_str_equal (key, "language"))
    return set_word (&filter->language, value);
  if (g_str_equal (key, "status"))
    return set_state (filter, value);
  if (g_str_equal (key, "type"))
    return set_type (filter, value);
  if (g_str_equal (key, "agency"))
    return set_number (&filter->agency_id, value, G_MAXINT64);
  if (g_str_equal (key, "may-assist"))
    return set_may_assist (filter, value);
  return g_str_equal (key, "expiring") && set_expiring (filter, value);
}

MusterSavedFilter *
muster_saved_filter_from_text (const char *text, GError **error)
{
  g_autoptr (MusterSavedFilter) filter = muster_saved_filter_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *value = strchr (lines[i], '=');

      if (*lines[i] == '\0' && lines[i + 1] == NULL)
        break;
      if (value != NULL)
        *value++ = '\0';
      if (value != NULL && read_line (filter, lines[i], value))
        continue;
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” is nothing that a list of the roster asks for."), lines[i]);
      return NULL;
    }
  return g_steal_pointer (&filter);
}

static void
append (GString *text, const char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

char *
muster_saved_filter_dup_label (const MusterSavedFilter *filter, const char *agency)
{
  GString *text = g_string_new (NULL);
  g_autofree char *search = filter->search != NULL ? muster_text_dup_quoted (filter->search) : NULL;
  g_autofree char *expiring = filter->expiring != 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Expiring within %u day", "Expiring within %u days", filter->expiring), filter->expiring) : NULL;

  append (text, search);
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    if ((filter->types & (1u << i)) != 0)
      append (text, muster_assister_type_get_label (1u << i));
  for (guint state = MUSTER_STATE_NONE + 1; state < MUSTER_N_STATES; state++)
    if ((filter->states & (1u << state)) != 0)
      append (text, muster_certification_state_get_label (state));
  if (filter->may_assist >= 0)
    append (text, filter->may_assist != 0 ? _("May assist today") : _("May not assist today"));
  append (text, expiring);
  append (text, agency);
  append (text, filter->county);
  append (text, filter->language);
  return g_string_free_and_steal (text);
}

char *
muster_saved_list_check_name (const char *name, GError **error)
{
  g_autofree char *tidy = name != NULL ? muster_text_dup_tidy (name) : NULL;

  if (tidy == NULL || muster_text_is_blank (tidy))
    refuse (error, MUSTER_ERROR_INVALID, _("A list needs a name. Give one."));
  else if (g_utf8_strlen (tidy, -1) > MUSTER_SAVED_LIST_LONGEST_NAME)
    g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("The name of a list has at most %u letters. Give a shorter one."), (guint) MUSTER_SAVED_LIST_LONGEST_NAME);
  else if (muster_identifier_contains_ssn (tidy))
    refuse (error, MUSTER_ERROR_INVALID, _("The name has what looks like a social security number in it. Such numbers are never kept; take it out."));
  else
    return g_steal_pointer (&tidy);
  return NULL;
}
