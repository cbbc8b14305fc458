/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "ctl/muster-ctl-import.h"
#include "ctl/muster-ctl-options.h"
#include "ctl/muster-ctl-session.h"
#include "domain/muster-error.h"
#include "domain/muster-import-rule.h"
#include "store/muster-profile-table.h"

#define ALL "all"

static gboolean
refuse (GError **error, const char *text, const char *form)
{
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” is not %s."), text, form);
  return FALSE;
}

/* Splits “FIELD=REST” or “FIELD:REST”. */
static gboolean
read_field (const char *text, char separator, const char *form, MusterImportField *field, const char **rest, GError **error)
{
  const char *end = strchr (text, separator);
  g_autofree char *code = end != NULL ? g_strndup (text, end - text) : NULL;

  if (end == NULL)
    return refuse (error, text, form);
  *rest = end + 1;
  return muster_import_field_from_code (code, field, error);
}

static gboolean
map_column (MusterImportOptions *options, MusterSheet *sheet, const char *text, GError **error)
{
  MusterImportField field;
  const char *header;

  return read_field (text, '=', "FIELD=HEADER", &field, &header, error) && muster_import_options_map (options, sheet, field, header, error);
}

static gboolean
set_constant (MusterImportOptions *options, MusterSheet *sheet, const char *text, GError **error)
{
  MusterImportField field;
  const char *value;

  return read_field (text, '=', "FIELD=VALUE", &field, &value, error) && muster_import_row_set (&options->constants, field, value, error);
}

static gboolean
map_value (MusterImportOptions *options, MusterSheet *sheet, const char *text, GError **error)
{
  MusterImportField field;
  const char *rest, *equals;
  g_autofree char *from = NULL;

  if (!read_field (text, ':', "FIELD:FROM=TO", &field, &rest, error))
    return FALSE;
  equals = strchr (rest, '=');
  if (equals == NULL)
    return refuse (error, text, "FIELD:FROM=TO");
  from = g_strndup (rest, equals - rest);
  muster_value_map_set (options->values, field, from, equals + 1);
  return TRUE;
}

static gboolean
set_date_order (MusterImportOptions *options, MusterSheet *sheet, const char *text, GError **error)
{
  const char *equals = strrchr (text, '=');
  g_autofree char *header = equals != NULL ? g_strndup (text, equals - text) : NULL;
  MusterDateOrder order;

  if (equals == NULL)
    return refuse (error, text, "HEADER=month-day");
  return muster_date_order_from_code (equals + 1, &order, error) && muster_import_options_set_date_order (options, sheet, header, order, error);
}

/* The row that begins on the line at the head of @text; @rest is what follows the line and @separator. */
static gboolean
read_row (MusterSheet *sheet, const char *text, const char *form, guint *row, const char **rest, GError **error)
{
  char *end;
  guint64 line = g_ascii_strtoull (text, &end, 10);
  guint first = 0, after = muster_sheet_get_n_rows (sheet);

  if (end == text)
    return refuse (error, text, form);
  *rest = end;
  while (first < after)
    {
      guint middle = first + (after - first) / 2;

      if (muster_sheet_get_line (sheet, middle) < line)
        first = middle + 1;
      else
        after = middle;
    }
  *row = first;
  if (first < muster_sheet_get_n_rows (sheet) && muster_sheet_get_line (sheet, first) == line)
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("No row of the file begins on the line that “%s” names."), text);
  return FALSE;
}

/* A header may hold any sign; so the first “=” behind which a header ends is meant. */
static gboolean
set_cell (MusterImportOptions *options, MusterSheet *sheet, const char *text, GError **error)
{
  const char *rest;
  guint row;

  if (!read_row (sheet, text, "LINE:HEADER=VALUE", &row, &rest, error))
    return FALSE;
  if (*rest != ':' || strchr (rest, '=') == NULL)
    return refuse (error, text, "LINE:HEADER=VALUE");
  for (const char *equals = strchr (rest, '='); equals != NULL; equals = strchr (equals + 1, '='))
    {
      g_autofree char *header = g_strndup (rest + 1, equals - rest - 1);
      gboolean is_last = strchr (equals + 1, '=') == NULL;
      int column = muster_import_options_find_column (sheet, header, is_last ? error : NULL);

      if (column < 0)
        continue;
      muster_import_options_fix (options, row, column, equals + 1);
      return TRUE;
    }
  return FALSE;
}

static gboolean
leave_out (MusterImportOptions *options, MusterSheet *sheet, const char *text, GError **error)
{
  const char *rest;
  guint row;

  if (!read_row (sheet, text, "LINE", &row, &rest, error))
    return FALSE;
  if (*rest != '\0')
    return refuse (error, text, "LINE");
  muster_import_options_leave_out (options, row, TRUE);
  return TRUE;
}

static gboolean
tell_apart (MusterImportOptions *options, MusterSheet *sheet, const char *text, GError **error)
{
  const char *rest;
  guint row;

  /* Who that is depends on the whole file. */
  if (g_str_equal (text, ALL))
    return TRUE;
  if (!read_row (sheet, text, "LINE", &row, &rest, error))
    return FALSE;
  if (*rest != '\0')
    return refuse (error, text, "LINE");
  muster_import_options_decide (options, row, MUSTER_IMPORT_NOT_THE_SAME);
  return TRUE;
}

static gboolean
take_for (MusterCtl *ctl, MusterImportOptions *options, MusterSheet *sheet, GError **error)
{
  const char *const *texts = muster_ctl_get_list (ctl, "same");

  for (guint i = 0; texts[i] != NULL; i++)
    {
      const char *rest;
      gint64 person;
      guint row;

      if (!read_row (sheet, texts[i], "LINE=PERSON", &row, &rest, error))
        return FALSE;
      if (*rest != '=')
        return refuse (error, texts[i], "LINE=PERSON");
      person = muster_ctl_find_person (ctl, rest + 1, error);
      if (person == 0)
        return FALSE;
      if (muster_import_options_get_decision (options, row) != 0 && muster_import_options_get_decision (options, row) != person)
        {
          g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("Line %u is said to be about “%s”, and about somebody else or not about the one who is suggested. Say one of them."),
                       muster_sheet_get_line (sheet, row), rest + 1);
          return FALSE;
        }
      muster_import_options_decide (options, row, person);
    }
  return TRUE;
}

static gboolean
is_same_header (const char *a, const char *b)
{
  g_autofree char *first = muster_header_squeeze (a), *second = muster_header_squeeze (b);

  return strcmp (first, second) == 0;
}

/* The last would silently win. */
static gboolean
check_map (MusterCtl *ctl, GError **error)
{
  const char *const *texts = muster_ctl_get_list (ctl, "map");

  for (guint i = 0; texts[i] != NULL; i++)
    for (guint j = 0; j < i; j++)
      {
        MusterImportField first, second;
        const char *first_header, *second_header;
        gboolean same_field, same_header;

        if (!read_field (texts[j], '=', "FIELD=HEADER", &first, &first_header, error) || !read_field (texts[i], '=', "FIELD=HEADER", &second, &second_header, error))
          return FALSE;
        same_field = first == second && !muster_import_field_may_repeat (first);
        same_header = is_same_header (first_header, second_header);
        /* Said twice in the same words is said once. */
        if (same_field == same_header)
          continue;
        g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” and “%s” contradict each other. Give one of them."), texts[j], texts[i]);
        return FALSE;
      }
  return TRUE;
}

typedef gboolean (*Take) (MusterImportOptions *options, MusterSheet *sheet, const char *text, GError **error);

/* In this order: what is said of a column goes by what the column is. */
static const struct
{
  const char *option;
  Take take;
} takes[] = {
  { "map", map_column },
  { "value", map_value },
  { "dates", set_date_order },
  { "constant", set_constant },
  { "set", set_cell },
  { "leave-out", leave_out },
  { "not-same", tell_apart },
};

static gboolean
take_lists (MusterCtl *ctl, MusterImportOptions *options, MusterSheet *sheet, GError **error)
{
  if (!check_map (ctl, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (takes); i++)
    {
      const char *const *texts = muster_ctl_get_list (ctl, takes[i].option);

      for (guint j = 0; texts[j] != NULL; j++)
        if (!takes[i].take (options, sheet, texts[j], error))
          return FALSE;
    }
  return TRUE;
}

/* Which there are is known before the file is. */
static gboolean
check_fixes (MusterCtl *ctl, GError **error)
{
  const char *const *rules = muster_ctl_get_list (ctl, "fix");

  for (guint i = 0; rules[i] != NULL; i++)
    if (!g_str_equal (rules[i], "all") && !muster_import_rule_check_proposes (rules[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
take_single (MusterCtl *ctl, MusterImportOptions *options, GError **error)
{
  const char *key = muster_ctl_get (ctl, "key");
  const char *mode = muster_ctl_get (ctl, "mode");

  if (key != NULL && !muster_import_key_from_code (key, &options->key, error))
    return FALSE;
  if (mode != NULL && !muster_import_mode_from_code (mode, &options->mode, error))
    return FALSE;
  options->accept_valid = muster_ctl_has (ctl, "accept-valid");
  options->inactivate_missing = muster_ctl_has (ctl, "inactivate-missing");
  g_set_str (&options->inactive_reason, muster_ctl_get (ctl, "reason"));
  if (muster_ctl_has (ctl, "agency") && !muster_import_row_set (&options->constants, MUSTER_FIELD_AGENCY, muster_ctl_get (ctl, "agency"), error))
    return FALSE;
  return !muster_ctl_has (ctl, "type") || muster_ctl_get_types (ctl, "type", &options->constants.types, error);
}

/* By the sender that is named; else by the one whose files look like this. An empty name is none. */
static MusterImportOptions *
begin (MusterCtl *ctl, MusterDatabase *database, MusterSheet *sheet, GError **error)
{
  const char *name = muster_ctl_get (ctl, "profile");
  g_autoptr (MusterImportOptions) options = NULL;
  g_autoptr (MusterImportProfile) profile = NULL;
  g_autoptr (GPtrArray) profiles = NULL;

  if (name == NULL)
    {
      profiles = muster_profile_table_list (database, error);
      return profiles != NULL ? muster_import_options_new (sheet, profiles) : NULL;
    }
  options = muster_import_options_new (sheet, NULL);
  if (*name == '\0')
    return g_steal_pointer (&options);
  profile = muster_profile_table_load (database, name, error);
  if (profile == NULL)
    return NULL;
  if (muster_import_options_use_profile (options, sheet, profile))
    return g_steal_pointer (&options);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The file has none of the columns that “%s” is remembered by."), profile->name);
  return NULL;
}

/* The same question as the check asks, with the way to answer it. */
static gboolean
check_dates (const MusterImportOptions *options, MusterSheet *sheet, GError **error)
{
  for (guint i = 0; i < options->n_fields; i++)
    {
      g_autofree char *question = muster_import_options_dup_date_question (options, sheet, i);
      const char *header = muster_sheet_get_header (sheet, i);

      if (question == NULL)
        continue;
      /* Translators: a column, the evidence as a sentence, the column again */
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The days in the column “%s” can be read in two ways: %s Say which, with --dates \"%s=month-day\" or day-month."), header, question, header);
      return FALSE;
    }
  return TRUE;
}

/* What is proposed depends on the whole file. */
static gboolean
take_fixes (MusterCtl *ctl, MusterDatabase *database, MusterImportOptions *options, MusterSheet *sheet, GError **error)
{
  const char *const *rules = muster_ctl_get_list (ctl, "fix");
  gboolean tells_all_apart = g_strv_contains (muster_ctl_get_list (ctl, "not-same"), ALL);
  g_autoptr (MusterImportPlan) plan = NULL;

  if (rules[0] == NULL && !tells_all_apart)
    return TRUE;
  plan = muster_import_plan_new (database, sheet, options, NULL, NULL, ctl->cancellable, error);
  if (plan == NULL)
    return FALSE;
  for (guint i = 0; rules[i] != NULL; i++)
    muster_import_options_fix_all (options, plan, g_str_equal (rules[i], ALL) ? NULL : rules[i]);
  if (tells_all_apart)
    muster_import_options_tell_apart (options, plan, NULL);
  return TRUE;
}

gboolean
muster_ctl_import_read_choices (MusterCtl *ctl, MusterSheetChoices *choices, GError **error)
{
  const char *delimiter = muster_ctl_get (ctl, "delimiter");

  if (!check_fixes (ctl, error))
    return FALSE;
  choices->encoding = g_strdup (muster_ctl_get (ctl, "encoding"));
  choices->sheet_name = g_strdup (muster_ctl_get (ctl, "sheet"));
  if (delimiter != NULL && g_ascii_strcasecmp (delimiter, "tab") == 0)
    choices->delimiter = '\t';
  else if (delimiter != NULL && strlen (delimiter) != 1)
    return refuse (error, delimiter, "one of , ; | tab");
  else if (delimiter != NULL)
    choices->delimiter = *delimiter;
  if (!muster_ctl_get_number (ctl, "header-line", 0, &choices->header_line, error))
    return FALSE;
  choices->no_header_hint = _("Say with --header-line 0 that there is none, or which line it is with --header-line 1.");
  choices->has_no_header = muster_ctl_has (ctl, "header-line") && choices->header_line == 0;
  return muster_sheet_choices_check (choices, error);
}

MusterImportOptions *
muster_ctl_import_read_options (MusterCtl *ctl, MusterSheet *sheet, GError **error)
{
  MusterDatabase *database = muster_ctl_read (ctl, error);
  g_autoptr (MusterImportOptions) options = database != NULL ? begin (ctl, database, sheet, error) : NULL;

  if (options == NULL || !take_lists (ctl, options, sheet, error) || !take_single (ctl, options, error) || !take_for (ctl, options, sheet, error))
    return NULL;
  if (!check_dates (options, sheet, error) || !muster_import_options_check (options, sheet, error))
    return NULL;
  database = muster_ctl_read (ctl, error);
  if (database == NULL || !take_fixes (ctl, database, options, sheet, error))
    return NULL;
  return g_steal_pointer (&options);
}
