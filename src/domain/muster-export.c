/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-export.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-code.h"
#include "domain/muster-date.h"
#include "domain/muster-error.h"
#include "domain/muster-identifier.h"
#include "domain/muster-import.h"

#define SHORTEST_PASSPHRASE 10
#define STRONG_BITS 70
#define FAIR_BITS 50

typedef struct
{
  const char *code;
  const char *header;
  const char *label;
  gssize offset; /* of the string in MusterAssister; -1: made otherwise */
  gboolean is_sensitive;
  gboolean may_be_nine_digits;
  const char *requirement; /* of the evidence that says it */
} Column;

#define AT(member) G_STRUCT_OFFSET (MusterAssister, member)

static const Column columns_known[MUSTER_N_EXPORT_COLUMNS] = {
  [MUSTER_EXPORT_PERSON] = { "person", "Muster number", N_("Number in this register"), -1 },
  [MUSTER_EXPORT_FAMILY_NAME] = { "family-name", "Last name", N_("Last name"), AT (family_name) },
  [MUSTER_EXPORT_GIVEN_NAME] = { "given-name", "First name", N_("First name"), AT (given_name) },
  [MUSTER_EXPORT_MIDDLE_NAME] = { "middle-name", "Middle name", N_("Middle name"), AT (middle_name) },
  [MUSTER_EXPORT_SUFFIX] = { "suffix", "Suffix", N_("Suffix"), AT (suffix) },
  [MUSTER_EXPORT_TYPE] = { "type", "Role", N_("Role as an assister"), -1 },
  [MUSTER_EXPORT_STATUS] = { "status", "Muster status", N_("Certification"), -1 },
  [MUSTER_EXPORT_MAY_ASSIST] = { "may-assist", "Muster may assist", N_("May assist today"), -1 },
  [MUSTER_EXPORT_REASONS] = { "reasons", "Muster reasons", N_("Why not"), -1 },
  [MUSTER_EXPORT_ROSTER] = { "roster", "Muster roster", N_("Active on the roster"), -1 },
  [MUSTER_EXPORT_AGENCY] = { "agency", "Agency", N_("Agency"), -1 },
  [MUSTER_EXPORT_NPN] = { "npn", "NPN", N_("NPN"), AT (npn), FALSE, TRUE },
  [MUSTER_EXPORT_LICENCE_NUMBER] = { "licence-number", "License number", N_("License number"), AT (licence_number), FALSE, TRUE },
  [MUSTER_EXPORT_LICENCE_EXPIRES] = { "licence-expires", "License expires", N_("License expires"), -1, .requirement = MUSTER_EVIDENCE_LICENCE },
  [MUSTER_EXPORT_EMAIL] = { "email", "E-mail", N_("E-mail"), AT (email) },
  [MUSTER_EXPORT_PHONE] = { "phone", "Phone", N_("Phone"), AT (phone), TRUE },
  [MUSTER_EXPORT_OTHER_PHONES] = { "other-phone", "Other phones", N_("Other phones"), AT (other_phones), TRUE },
  [MUSTER_EXPORT_ASSISTER_ID] = { "assister-id", "Assister ID", N_("Assister ID"), AT (assister_id), TRUE, TRUE },
  [MUSTER_EXPORT_TRAINING_ID] = { "training-id", "Training ID", N_("Training ID"), AT (training_id), TRUE },
  [MUSTER_EXPORT_ADMIN_ID] = { "admin-id", "Admin ID", N_("Admin ID"), AT (admin_id), TRUE },
  [MUSTER_EXPORT_COUNTY] = { "county", "County", N_("County"), AT (county) },
  [MUSTER_EXPORT_LANGUAGES] = { "languages", "Languages", N_("Languages"), AT (languages) },
  [MUSTER_EXPORT_LETTER_LANGUAGE] = { "letter-language", "Letter language", N_("Language of letters"), AT (letter_language) },
  [MUSTER_EXPORT_REPORTED_STATUS] = { "reported-status", "Reported status", N_("Status as reported"), -1, .requirement = MUSTER_EVIDENCE_STATUS },
  [MUSTER_EXPORT_CERTIFIED_ON] = { "certified-on", "Certified on", N_("Certified on, as reported"), -1, .requirement = MUSTER_EVIDENCE_CERTIFICATION },
  [MUSTER_EXPORT_CERTIFIED_THROUGH] = { "certified-through", "Certified through", N_("Certified through, as reported"), -1, .requirement = MUSTER_EVIDENCE_CERTIFICATION },
};

static const char *const hints[] = {
  [MUSTER_PASSPHRASE_TOO_SHORT] = N_("Too short: take at least 10 characters. Four or five words that have nothing to do with each other are good."),
  [MUSTER_PASSPHRASE_WEAK] = N_("Weak: whoever has the file can try for as long as they like. Add a word or two."),
  [MUSTER_PASSPHRASE_FAIR] = N_("Fair: one more word would make it strong."),
  [MUSTER_PASSPHRASE_STRONG] = N_("Strong."),
};

static gboolean
add_column (MusterExportColumns *columns, MusterExportColumn column, GError **error)
{
  if (muster_export_columns_has (columns, column))
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("The column “%s” was given twice. Give it once."), columns_known[column].code);
      return FALSE;
    }
  columns->columns[columns->n++] = column;
  return TRUE;
}

static char *
dup_types (guint types)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES; bit++)
    if ((types & (1u << bit)) != 0)
      g_strv_builder_add (codes, muster_assister_type_to_code (1u << bit));
  list = g_strv_builder_end (codes);
  return g_strjoinv ("; ", list);
}

static char *
dup_reasons (guint reasons)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint bit = 0; bit < MUSTER_N_REASONS; bit++)
    if ((reasons & (1u << bit)) != 0)
      g_strv_builder_add (codes, muster_reason_to_code (1u << bit));
  list = g_strv_builder_end (codes);
  return g_strjoinv ("; ", list);
}

static const MusterEvidence *
find_evidence (const MusterExportPerson *person, const char *requirement)
{
  for (guint i = 0; person->evidence != NULL && i < person->evidence->len; i++)
    {
      const MusterEvidence *evidence = person->evidence->pdata[i];

      if (evidence->superseded_by == 0 && g_str_equal (evidence->requirement, requirement))
        return evidence;
    }
  return NULL;
}

static char *
dup_evidence (const MusterExportPerson *person, MusterExportColumn column)
{
  const MusterEvidence *evidence = find_evidence (person, columns_known[column].requirement);
  const GDate *day = evidence == NULL ? NULL : column == MUSTER_EXPORT_CERTIFIED_ON ? &evidence->on
                                                                                    : &evidence->expires;

  if (evidence == NULL)
    return NULL;
  if (column == MUSTER_EXPORT_REPORTED_STATUS)
    return g_strdup (evidence->said);
  return g_date_valid (day) ? muster_date_to_iso (day) : NULL;
}

static char *
dup_made (const MusterExportPerson *person, MusterExportColumn column)
{
  switch ((guint) column)
    {
    case MUSTER_EXPORT_PERSON:
      return muster_assister_dup_code (person->person->id);
    case MUSTER_EXPORT_TYPE:
      return dup_types (person->standing.types);
    case MUSTER_EXPORT_STATUS:
      return g_strdup (muster_certification_state_to_code (person->standing.overall));
    case MUSTER_EXPORT_MAY_ASSIST:
      return g_strdup (person->standing.may_assist ? "yes" : "no");
    case MUSTER_EXPORT_REASONS:
      return dup_reasons (person->standing.reasons);
    case MUSTER_EXPORT_ROSTER:
      return g_strdup (person->person->active ? "active" : "inactive");
    case MUSTER_EXPORT_AGENCY:
      return g_strdup (person->agency);
    default:
      return dup_evidence (person, column);
    }
}

/* As the rules of import have it: where nine digits are an identifier's form, they are one. */
static gboolean
is_ssn (const Column *column, const char *value)
{
  if (column->offset < 0)
    return muster_identifier_contains_ssn (value);
  return muster_identifier_contains_ssn (value) || (muster_identifier_looks_like_ssn (value) && !(column->may_be_nine_digits && strlen (value) == 9));
}

void
muster_export_columns_init (MusterExportColumns *columns)
{
  columns->n = 0;
  for (guint column = 0; column < MUSTER_N_EXPORT_COLUMNS; column++)
    if (!columns_known[column].is_sensitive)
      columns->columns[columns->n++] = column;
}

gboolean
muster_export_columns_has (const MusterExportColumns *columns, MusterExportColumn column)
{
  for (guint i = 0; i < columns->n; i++)
    if (columns->columns[i] == column)
      return TRUE;
  return FALSE;
}

gboolean
muster_export_columns_parse (MusterExportColumns *columns, const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  const char *codes[MUSTER_N_EXPORT_COLUMNS];

  columns->n = 0;
  for (guint column = 0; column < MUSTER_N_EXPORT_COLUMNS; column++)
    codes[column] = columns_known[column].code;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      gboolean is_all = parts[1] == NULL && g_ascii_strcasecmp (g_strstrip (parts[i]), "all") == 0;
      guint column;

      for (column = 0; is_all && column < MUSTER_N_EXPORT_COLUMNS; column++)
        columns->columns[columns->n++] = column;
      if (is_all)
        return TRUE;
      if (!muster_code_find (codes, MUSTER_N_EXPORT_COLUMNS, g_strstrip (parts[i]), _("This is not a column of an export"), &column, error) ||
          !add_column (columns, column, error))
        return FALSE;
    }
  if (columns->n > 0)
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("No column is named. Name at least one, or “all”."));
  return FALSE;
}

char *
muster_export_columns_dup_text (const MusterExportColumns *columns)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < columns->n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", columns_known[columns->columns[i]].code);
  return g_string_free_and_steal (text);
}

char *
muster_export_dup_cell (const MusterExportPerson *person, MusterExportColumn column, GError **error)
{
  const Column *known = &columns_known[column];
  g_autofree char *value = NULL;
  g_autofree char *code = NULL;

  if (known->offset >= 0)
    value = g_strdup (G_STRUCT_MEMBER (char *, person->person, known->offset));
  else
    value = dup_made (person, column);
  if (value == NULL)
    return g_strdup ("");
  if (!is_ssn (known, value))
    return g_steal_pointer (&value);
  code = muster_assister_dup_code (person->person->id);
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE,
               _("What %s has as “%s” looks like a social security number, which must not leave in a file. Correct the record, or leave the column out."), code, _(known->label));
  return NULL;
}

gboolean
muster_export_check_reason (const char *reason, GError **error)
{
  if (reason == NULL || reason[strspn (reason, " \t\r\n")] == '\0')
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("Say what the export is for: the journal keeps it."));
      return FALSE;
    }
  if (!muster_identifier_may_hold_ssn (reason, TRUE))
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The text holds what looks like a social security number. Muster never keeps one: take it out."));
  return FALSE;
}

gboolean
muster_export_check_passphrase (const char *passphrase, gboolean practice, GError **error)
{
  if (muster_passphrase_judge (passphrase) != MUSTER_PASSPHRASE_TOO_SHORT || (practice && passphrase != NULL && *passphrase != '\0'))
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("The passphrase has fewer than %u characters, and whoever has the file can try for as long as they like. Choose a longer one."), SHORTEST_PASSPHRASE);
  return FALSE;
}

/* How many different letters could stand in its place, for each letter that is not one of the two before it. */
static guint
count_bits (const char *passphrase)
{
  gboolean small = FALSE, capital = FALSE, digit = FALSE, other = FALSE;
  gunichar before[2] = { 0, 0 };
  guint n = 0, letters;

  for (const char *p = passphrase; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      small |= g_unichar_islower (c);
      capital |= g_unichar_isupper (c);
      digit |= g_unichar_isdigit (c);
      other |= !g_unichar_isalnum (c);
      n += c != before[0] && c != before[1] && c != before[1] + 1;
      before[0] = before[1];
      before[1] = c;
    }
  letters = small * 26 + capital * 26 + digit * 10 + other * 16;
  return letters > 0 ? n * g_bit_storage (letters - 1) * 7 / 10 : 0;
}

MusterPassphraseStrength
muster_passphrase_judge (const char *passphrase)
{
  guint bits;

  if (passphrase == NULL || g_utf8_strlen (passphrase, -1) < SHORTEST_PASSPHRASE)
    return MUSTER_PASSPHRASE_TOO_SHORT;
  bits = count_bits (passphrase);
  return bits >= STRONG_BITS ? MUSTER_PASSPHRASE_STRONG : bits >= FAIR_BITS ? MUSTER_PASSPHRASE_FAIR
                                                                            : MUSTER_PASSPHRASE_WEAK;
}

const char *
muster_passphrase_get_hint (MusterPassphraseStrength strength)
{
  g_return_val_if_fail ((guint) strength < G_N_ELEMENTS (hints), "");
  return _(hints[strength]);
}

gboolean
muster_export_is_practice_header (const char *header)
{
  g_autofree char *squeezed = muster_header_squeeze (header);
  g_autofree char *wanted = muster_header_squeeze (MUSTER_EXPORT_PRACTICE_HEADER);

  return strcmp (squeezed, wanted) == 0;
}

const char *
muster_export_column_to_code (MusterExportColumn column)
{
  g_return_val_if_fail ((guint) column < MUSTER_N_EXPORT_COLUMNS, "");
  return columns_known[column].code;
}

const char *
muster_export_column_get_header (MusterExportColumn column)
{
  g_return_val_if_fail ((guint) column < MUSTER_N_EXPORT_COLUMNS, "");
  return columns_known[column].header;
}

const char *
muster_export_column_get_label (MusterExportColumn column)
{
  g_return_val_if_fail ((guint) column < MUSTER_N_EXPORT_COLUMNS, "");
  return _(columns_known[column].label);
}

gboolean
muster_export_column_is_sensitive (MusterExportColumn column)
{
  g_return_val_if_fail ((guint) column < MUSTER_N_EXPORT_COLUMNS, TRUE);
  return columns_known[column].is_sensitive;
}

gboolean
muster_export_column_needs_evidence (MusterExportColumn column)
{
  g_return_val_if_fail ((guint) column < MUSTER_N_EXPORT_COLUMNS, FALSE);
  return columns_known[column].requirement != NULL;
}

const char *
muster_export_column_get_caution (MusterExportColumn column)
{
  if (!muster_export_column_is_sensitive (column))
    return NULL;
  if (column == MUSTER_EXPORT_PHONE || column == MUSTER_EXPORT_OTHER_PHONES)
    return _("May be a private number");
  return _("Opens the marketplace’s systems, like a password");
}
