/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-import-options.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "domain/muster-error.h"
#include "domain/muster-import-names.h"
#include "operations/muster-import-facts.h"

static gboolean
has_field (const MusterImportOptions *options, MusterImportField field)
{
  for (guint i = 0; i < options->n_fields; i++)
    if (options->fields[i] == field)
      return TRUE;
  return FALSE;
}

static gboolean
refuse (const char *message, GError **error)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

static MusterHeaderKind
get_kind (MusterHeaderAliases *aliases, const char *header)
{
  if (muster_header_aliases_may_be_nine_digits (aliases, header))
    return MUSTER_HEADER_OF_NINE_DIGITS;
  if (muster_header_aliases_is_tax_number (aliases, header))
    return MUSTER_HEADER_OF_TAX_NUMBERS;
  return muster_header_aliases_knows (aliases, header) ? MUSTER_HEADER_KNOWN : MUSTER_HEADER_UNKNOWN;
}

/* By its header and its content too: such a column is not read as something else, nor let in by leaving it out. */
static gboolean
holds_ssn (const MusterImportOptions *options, MusterSheet *sheet, guint column)
{
  MusterHeaderAliases *aliases = muster_data_get_header_aliases ();
  const char *header = muster_sheet_get_header (sheet, column);

  return options->fields[column] == MUSTER_FIELD_SSN || muster_header_aliases_match (aliases, header) == MUSTER_FIELD_SSN ||
         muster_column_facts_hold_ssn (muster_import_options_get_facts (options, column), options->fields[column], get_kind (aliases, header));
}

/* Whether it is the numbers alone that say so, under a header of license numbers, which may have nine digits in some states. */
static gboolean
may_be_licences (const MusterImportOptions *options, MusterSheet *sheet, guint column)
{
  return options->fields[column] == MUSTER_FIELD_LICENCE_NUMBER && get_kind (muster_data_get_header_aliases (), muster_sheet_get_header (sheet, column)) == MUSTER_HEADER_KNOWN &&
         muster_import_options_get_facts (options, column)->n_ssn == 0;
}

static gboolean
refuse_ssn (const MusterImportOptions *options, MusterSheet *sheet, guint column, GError **error)
{
  const char *header = muster_sheet_get_header (sheet, column);
  g_autofree char *message = NULL;

  if (may_be_licences (options, sheet, column))
    message = g_strdup_printf (_("The numbers in the column “%s” have nine digits, as social security numbers have, which Muster never keeps; and nothing about them shows that they are others. Take the column out of the file, and tell whoever sent it if they are social security numbers. If they are license numbers, have them written with the state before: MN-123456789."),
                               header);
  else if (get_kind (muster_data_get_header_aliases (), header) == MUSTER_HEADER_OF_TAX_NUMBERS)
    message = g_strdup_printf (_("Numbers in the column “%s” could be social security numbers, which Muster never keeps: that is what the tax number of a person is. Take the column out of the file, and tell whoever sent it. Tax numbers of businesses are left out if they are written as such: 12-3456789."),
                               header);
  else
    message = g_strdup_printf (_("The column “%s” holds social security numbers, which Muster never keeps. Take the column out of the file, and tell whoever sent it."), header);
  return refuse (message, error);
}

static gboolean
check_no_ssn (const MusterImportOptions *options, MusterSheet *sheet, GError **error)
{
  for (guint i = 0; i < options->n_fields; i++)
    if (holds_ssn (options, sheet, i))
      return refuse_ssn (options, sheet, i, error);
  return TRUE;
}

/* What is kept besides the rows: where each value came from. */
static gboolean
check_names (MusterSheet *sheet, GError **error)
{
  if (!muster_import_names_check_file (muster_sheet_get_file_name (sheet), error) || !muster_import_names_check_sheet (muster_sheet_get_sheet_name (sheet), error))
    return FALSE;
  for (guint i = 0; i < muster_sheet_get_n_columns (sheet); i++)
    if (!muster_import_names_check_header (muster_sheet_get_header (sheet, i), i, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_nothing_twice (const MusterImportOptions *options, MusterSheet *sheet, GError **error)
{
  for (guint i = 0; i < options->n_fields; i++)
    for (guint j = 0; j < i; j++)
      if (options->fields[i] == options->fields[j] && !muster_import_field_may_repeat (options->fields[i]))
        {
          g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The columns “%s” and “%s” are both taken for “%s”. Leave one of them out."), muster_sheet_get_header (sheet, j),
                       muster_sheet_get_header (sheet, i), muster_import_field_get_label (options->fields[i]));
          return FALSE;
        }
  return TRUE;
}

/* Of two columns of one header, which only one can be, somebody has to say which it is. */
static gboolean
check_repeated (const MusterImportOptions *options, MusterSheet *sheet, GError **error)
{
  for (guint i = 0; i < options->n_fields; i++)
    {
      g_autofree char *repeated = muster_header_dup_repeated (muster_sheet_get_header (sheet, i));
      MusterImportField field = repeated != NULL ? muster_header_aliases_match (muster_data_get_header_aliases (), repeated) : MUSTER_FIELD_IGNORE;

      if (options->fields[i] != MUSTER_FIELD_IGNORE || muster_import_field_may_repeat (field))
        continue;
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("More columns than one are called “%s”. Rename or remove all but one of them, or take “%s” for “%s” and leave the other out."), repeated,
                   muster_sheet_get_header (sheet, i), muster_import_field_get_label (field));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_key (const MusterImportOptions *options, GError **error)
{
  static const MusterImportField key_fields[] = {
    [MUSTER_KEY_NPN] = MUSTER_FIELD_NPN,
    [MUSTER_KEY_ASSISTER_ID] = MUSTER_FIELD_ASSISTER_ID,
    [MUSTER_KEY_TRAINING_ID] = MUSTER_FIELD_TRAINING_ID,
    [MUSTER_KEY_ADMIN_ID] = MUSTER_FIELD_ADMIN_ID,
    [MUSTER_KEY_EMAIL] = MUSTER_FIELD_EMAIL,
  };

  if (options->key == MUSTER_KEY_AUTO || has_field (options, key_fields[options->key]))
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("People are to be known by “%s”, but no column is taken for it."), muster_import_field_get_label (key_fields[options->key]));
  return FALSE;
}

/* By which people are known without a name. An address may be an office's, unless somebody says that it is not. */
static gboolean
has_numbers (const MusterImportOptions *options)
{
  return has_field (options, MUSTER_FIELD_NPN) || has_field (options, MUSTER_FIELD_ASSISTER_ID) || has_field (options, MUSTER_FIELD_TRAINING_ID) || has_field (options, MUSTER_FIELD_ADMIN_ID) ||
         options->key == MUSTER_KEY_EMAIL;
}

static gboolean
refuse_no_names (const MusterImportOptions *options, MusterSheet *sheet, GError **error)
{
  g_autofree char *likely = muster_import_options_dup_likely_names (options, sheet);
  g_autofree char *message = g_strconcat (_("No column holds a name."), " ", likely != NULL ? likely : _("Choose the columns of first and last name, or the one of whole names."), NULL);

  return refuse (message, error);
}

/* As the column reads with its fixes. */
static void
count_days (const MusterImportOptions *options, MusterSheet *sheet, guint column, MusterColumnFacts *days)
{
  g_autoptr (GArray) fixes = muster_import_options_list_fixes (options);
  g_autofree const char **cells = g_new0 (const char *, options->n_fields);

  muster_import_facts_get_days (options->facts, sheet, column, days);
  for (guint i = 0; i < fixes->len; i++)
    {
      const MusterImportFix *fix = &g_array_index (fixes, MusterImportFix, i);

      if (fix->column != column || fix->row >= muster_sheet_get_n_rows (sheet))
        continue;
      muster_sheet_get_row (sheet, fix->row, cells);
      muster_import_facts_count_day (days, cells[column], -1);
      muster_import_facts_count_day (days, fix->text, 1);
    }
}

static gboolean
check_dates (const MusterImportOptions *options, MusterSheet *sheet, GError **error)
{
  for (guint i = 0; i < options->n_fields; i++)
    {
      g_autofree char *question = muster_import_options_dup_date_question (options, sheet, i);

      if (question == NULL)
        continue;
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The days in the column “%s” can be read in two ways: %s Say whether the month or the day comes first."),
                   muster_sheet_get_header (sheet, i), question);
      return FALSE;
    }
  return TRUE;
}

gboolean
muster_import_options_is_series (const MusterImportOptions *options, MusterSheet *sheet, guint column)
{
  return may_be_licences (options, sheet, column) && muster_column_facts_is_series (muster_import_options_get_facts (options, column));
}

gboolean
muster_import_options_have_names (const MusterImportOptions *options)
{
  return has_field (options, MUSTER_FIELD_NAME) || has_field (options, MUSTER_FIELD_GIVEN_NAME) || has_field (options, MUSTER_FIELD_FAMILY_NAME);
}

gboolean
muster_import_options_know_only_names (const MusterImportOptions *options)
{
  static const MusterImportField identifiers[] = { MUSTER_FIELD_NPN, MUSTER_FIELD_ASSISTER_ID, MUSTER_FIELD_TRAINING_ID, MUSTER_FIELD_ADMIN_ID, MUSTER_FIELD_EMAIL };

  for (guint i = 0; i < G_N_ELEMENTS (identifiers); i++)
    if (has_field (options, identifiers[i]))
      return FALSE;
  return TRUE;
}

/* The first that can be read in two ways. */
static char *
dup_example (const MusterImportOptions *options, MusterSheet *sheet, guint column)
{
  g_autofree const char **cells = g_new0 (const char *, options->n_fields);

  for (guint row = 0; row < muster_sheet_get_n_rows (sheet); row++)
    {
      MusterColumnFacts day = { 0 };

      muster_import_options_get_row (options, sheet, row, cells);
      muster_import_facts_count_day (&day, cells[column], 1);
      if (day.n_ambiguous > 0)
        return g_strdup (cells[column]);
    }
  return NULL;
}

void
muster_import_options_refute_orders (MusterImportOptions *options, MusterSheet *sheet)
{
  for (guint i = 0; i < options->n_fields; i++)
    {
      MusterDateOrder order = options->date_orders[i];
      MusterColumnFacts days;

      options->refuted[i] = MUSTER_DATE_ORDER_UNKNOWN;
      if (order == MUSTER_DATE_ORDER_UNKNOWN || !muster_import_field_is_date (options->fields[i]))
        continue;
      count_days (options, sheet, i, &days);
      if ((order == MUSTER_DATE_ORDER_MONTH_FIRST ? days.n_only_day_first : days.n_only_month_first) == 0)
        continue;
      options->refuted[i] = order;
      options->date_orders[i] = MUSTER_DATE_ORDER_UNKNOWN;
    }
}

/* Where the order of the profile is none of this file, that is said. */
static char *
add_refuted (const MusterImportOptions *options, guint column, char *question)
{
  g_autofree char *evidence = question;

  if (options->refuted[column] == MUSTER_DATE_ORDER_UNKNOWN || options->profile == NULL)
    return g_steal_pointer (&evidence);
  /* Translators: the evidence as a sentence, month-day or day-month, a sender */
  return g_strdup_printf (_("%s The order %s comes from how “%s” was read last time, and these values contradict it."), evidence, muster_date_order_to_code (options->refuted[column]),
                          options->profile);
}

char *
muster_import_options_dup_date_question (const MusterImportOptions *options, MusterSheet *sheet, guint column)
{
  MusterColumnFacts days;
  g_autofree char *example = NULL;

  g_return_val_if_fail (column < options->n_fields, NULL);
  if (!muster_import_field_is_date (options->fields[column]) || options->date_orders[column] != MUSTER_DATE_ORDER_UNKNOWN)
    return NULL;
  count_days (options, sheet, column, &days);
  if (days.n_ambiguous == 0)
    return NULL;
  example = dup_example (options, sheet, column);
  return add_refuted (options, column, muster_column_facts_dup_date_evidence (&days, example));
}

gboolean
muster_import_options_check_columns (const MusterImportOptions *options, MusterSheet *sheet, GError **error)
{
  g_return_val_if_fail (options->n_fields == muster_sheet_get_n_columns (sheet), FALSE);
  if (!check_names (sheet, error) || !check_no_ssn (options, sheet, error) || !check_nothing_twice (options, sheet, error) || !check_repeated (options, sheet, error))
    return FALSE;
  if (!muster_import_options_have_names (options) && !has_numbers (options))
    return refuse_no_names (options, sheet, error);
  return check_key (options, error);
}

gboolean
muster_import_options_check (const MusterImportOptions *options, MusterSheet *sheet, GError **error)
{
  return muster_import_options_check_columns (options, sheet, error) && check_dates (options, sheet, error);
}
