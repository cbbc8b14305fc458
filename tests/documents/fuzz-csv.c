/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "sheet-fixture.h"
#include "tests/fuzz.h"

/* Chosen by what the bytes happen to be, so that the same bytes give the same choices: mostly none. */
static MusterSheetChoices *
choose (const guint8 *bytes, gsize length)
{
  const char *const *encodings = muster_sheet_choices_get_encodings ();
  MusterSheetChoices *choices = muster_sheet_choices_new ();
  guint sum = 0;

  for (gsize i = 0; i < length; i++)
    sum = sum * 31 + bytes[i];
  if (sum % 3 == 0)
    return choices;
  if (sum / 3 % 4 == 0)
    choices->encoding = g_strdup (encodings[sum / 12 % g_strv_length ((char **) encodings)]);
  if (sum / 48 % 4 == 0)
    choices->delimiter = muster_sheet_choices_get_delimiters ()[sum / 192 % 4];
  choices->has_no_header = sum / 768 % 4 == 0;
  if (sum / 3072 % 3 == 0)
    choices->header_line = 1 + sum / 9216 % 30;
  return choices;
}

static void
assert_read (MusterSheet *sheet, const MusterSheetChoices *choices, const GError *error)
{
  if (sheet == NULL)
    {
      sheet_fixture_assert_refused (error);
      return;
    }
  g_assert_no_error (error);
  sheet_fixture_assert_sound (sheet);
  if (choices->has_no_header)
    g_assert_cmpuint (muster_sheet_get_header_line (sheet), ==, 0);
  else if (choices->header_line > 0)
    g_assert_cmpuint (muster_sheet_get_header_line (sheet), ==, choices->header_line);
  if (choices->delimiter != '\0')
    g_assert_cmpint (muster_sheet_get_delimiter (sheet), ==, choices->delimiter);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autofree char *path = sheet_fixture_hold (bytes, length);
  g_autoptr (MusterSheetChoices) choices = choose (bytes, length);
  g_autoptr (MusterSheet) sheet = NULL;
  g_autoptr (MusterSheet) pasted = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) problem = NULL;

  sheet = muster_sheet_read (path, choices, sheet_fixture_score_cb, NULL, NULL, NULL, NULL, &error);
  assert_read (sheet, choices, error);
  sheet_fixture_let_go (path);
  pasted = muster_sheet_read_text ((const char *) bytes, length, "Pasted", choices, sheet_fixture_score_cb, NULL, NULL, &problem);
  assert_read (pasted, choices, problem);
  return 0;
}
