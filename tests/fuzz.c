/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "tests/fuzz.h"

#include <stdlib.h>
#include <string.h>

/* fuzz-… ROUNDS SEED…: tries each seed file, and as many times what chance makes of it; each time the same. */

/* What matters to a file of any of the formats. */
static const char *const pieces[] = {
  "\"",
  "\"\"",
  ",",
  ";",
  "\t",
  "\r",
  "\n",
  "\r\n",
  "\xef\xbb\xbf",
  "\xff\xfe",
  "\xe9",
  "\xc3",
  "\xf0\x9f",
  "\xed\xa0\x80",
  "Name,NPN",
  "=",
  "{",
  "}",
  "[",
  "]",
  ":",
  "null",
  "-1",
  "1e999",
  "99999999999999999999",
  "-",
  " ",
  "O",
  "\\u0000",
  "<",
  ">",
  "/",
  "&",
  "&#0;",
  "<row>",
  "</row>",
  "1048577",
  "<c t=\"s\"><v>0</v></c>",
  " r=\"B7\"",
  "_x000D_",
  "PK\x03\x04",
  "\xff\xff\xff\xff",
};

static void
mutate (GRand *chance, GString *text)
{
  const char *piece = pieces[g_rand_int_range (chance, 0, G_N_ELEMENTS (pieces))];
  gsize at = g_rand_int_range (chance, 0, text->len + 1);
  gsize wanted = g_rand_int_range (chance, 1, 60);
  gsize n = MIN (wanted, text->len - at);
  g_autofree char *part = g_memdup2 (text->str + at, n);
  guint times = g_rand_int_range (chance, 0, 8) == 0 ? 30 : 1;

  switch (g_rand_int_range (chance, 0, 6))
    {
    case 0:
      for (guint i = 0; i < times; i++)
        g_string_insert (text, at, piece);
      break;
    case 1:
      g_string_erase (text, at, n);
      break;
    case 2:
      g_string_truncate (text, at);
      break;
    case 3:
      for (guint i = 0; i < times && part != NULL; i++)
        g_string_insert_len (text, at, part, n);
      break;
    case 4:
      g_string_insert_c (text, at, g_rand_int_range (chance, 0, 256));
      break;
    default:
      if (at < text->len)
        text->str[at] ^= 1 << g_rand_int_range (chance, 0, 8);
      break;
    }
}

/* In memory of just its size, so that a sanitizer sees a step beyond it. */
static void
try (const char *bytes, gsize length)
{
  g_autofree guint8 *copy = g_memdup2 (bytes, length);

  LLVMFuzzerTestOneInput (copy, length);
}

static void
try_seed (const char *path, guint rounds, guint number)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (20261124 + number);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  if (!g_file_get_contents (path, &bytes, &length, &error))
    g_error ("%s", error->message);
  try (bytes, length);
  for (guint round = 0; round < rounds; round++)
    {
      g_autoptr (GString) text = g_string_new_len (bytes, length);

      for (gint32 n = g_rand_int_range (chance, 1, 6); n > 0; n--)
        mutate (chance, text);
      try (text->str, text->len);
    }
}

int
main (int argc, char **argv)
{
  guint rounds = argc > 2 ? strtoul (argv[1], NULL, 10) : 0;

  if (rounds == 0)
    g_error ("Usage: %s ROUNDS SEED…", argv[0]);
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  for (int i = 2; i < argc; i++)
    try_seed (argv[i], rounds, i);
  return 0;
}
