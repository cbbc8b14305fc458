/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-import-rule.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/muster-code.h"

static const struct
{
  const char *code;
  const char *label;
  gboolean proposes;
} rules[] = {
  { "accents-lost", N_("A name with letters lost"), TRUE },
  { "active-but-expired", N_("Called active, but expired") },
  { "admin-id-form", N_("Not the form of an Admin ID"), TRUE },
  { "agency-changes", N_("Another agency") },
  { "agency-unknown", N_("Not an agency of the register"), TRUE },
  { "assister-id-form", N_("Not the form of an Assister ID"), TRUE },
  { "barred-name", N_("The name of somebody revoked, denied or suspended") },
  { "column-goes-before", N_("Said for the whole file, and in a column") },
  { "column-headless", N_("A column without a header") },
  { "column-ignored", N_("A column that is not read") },
  { "control-characters", N_("Control characters left out") },
  { "credentials", N_("Letters behind a name") },
  { "date-ambiguous", N_("A day that can be read in two ways") },
  { "date-form", N_("Not a day") },
  { "date-order", N_("A day in the other order"), TRUE },
  { "date-serial", N_("A day as spreadsheets count it"), TRUE },
  { "duplicate", N_("The same row twice") },
  { "email-form", N_("Not the form of an e-mail address"), TRUE },
  { "email-shared", N_("An e-mail address of several people") },
  { "email-taken", N_("An e-mail address of somebody else") },
  { "encoding-doubtful", N_("Odd signs within words") },
  { "ends-later", N_("A day of leaving that is still to come") },
  { "expiry-odd", N_("A license that expires on an odd day") },
  { "fits-several-people", N_("An identifier of several people") },
  { "fits-two-people", N_("Identifiers of two people") },
  { "footer", N_("The end of a report") },
  { "formula-name", N_("Begins as a formula"), TRUE },
  { "formula-text", N_("A text in a formula") },
  { "hidden-rows", N_("Hidden rows") },
  { "hidden-sheet", N_("A hidden sheet") },
  { "identifier-replaced", N_("Another identifier for somebody known") },
  { "identifier-taken", N_("An identifier of somebody else") },
  { "identifier-twice", N_("One identifier, different data") },
  { "initial-only", N_("An initial for a name") },
  { "left-out", N_("Left out") },
  { "letter-for-digit", N_("A letter in place of a digit"), TRUE },
  { "letter-language", N_("Letters are not written in this language") },
  { "licence-number-damaged", N_("A license number damaged by a spreadsheet"), TRUE },
  { "missing-unknown", N_("Who is missing is not known") },
  { "name-changed", N_("First or last name changes") },
  { "name-damaged", N_("A name that is damaged, or more than a name"), TRUE },
  { "name-differs", N_("Known by another name") },
  { "name-form", N_("Not a name") },
  { "name-runs-on", N_("More than a name") },
  { "names-swapped", N_("First and last name in each other’s place") },
  { "new-but-ended", N_("Somebody new, said to have ended") },
  { "nine-digits", N_("Nine digits, but no social security numbers") },
  { "no-end", N_("No end") },
  { "no-identifier", N_("Nothing to know the person by") },
  { "no-key", N_("Without what people are known by") },
  { "no-name", N_("Without a name") },
  { "no-such-person", N_("Nobody on the roster") },
  { "no-type", N_("Without a role") },
  { "not-active", N_("Not active on the roster") },
  { "npn-damaged", N_("Damaged by a spreadsheet"), TRUE },
  { "npn-form", N_("Not the form of an NPN"), TRUE },
  { "organisation", N_("An organization, and no person") },
  { "own-record", N_("Your own record") },
  { "person-twice", N_("One person, different data") },
  { "phone-form", N_("Not the form of a phone number") },
  { "ragged", N_("More cells than the header has") },
  { "revoked-elsewhere", N_("Another role for somebody revoked") },
  { "same-name", N_("Perhaps somebody on the roster") },
  { "ssn-column", N_("A column of social security numbers") },
  { "ssn-ignored", N_("Social security numbers in a column that is not read") },
  { "ssn-shaped", N_("Could be a social security number") },
  { "ssn-value", N_("A social security number") },
  { "status-differs", N_("Called not certified, but is") },
  { "status-is-a-claim", N_("Called certified, but is not") },
  { "too-long", N_("Too long") },
  { "training-id-form", N_("Not the form of a Training ID"), TRUE },
  { "type-unknown", N_("An unknown role") },
  { "zeros-lost", N_("A number without the zeros it begins with") },
};

const char *
muster_import_rule_get_label (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (strcmp (rules[i].code, code) == 0)
      return _(rules[i].label);
  return code;
}

gboolean
muster_import_rule_check_proposes (const char *code, GError **error)
{
  const char *codes[G_N_ELEMENTS (rules)];
  guint index;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    codes[i] = rules[i].proposes ? rules[i].code : NULL;
  return muster_code_find (codes, G_N_ELEMENTS (codes), code, _("No rule of this name proposes anything"), &index, error);
}
