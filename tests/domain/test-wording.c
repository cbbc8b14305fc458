/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-wording.h"

#include <string.h>

/* Three parts, of which the second has a clause with parts of its own, and the last is outside of the notice. */
static const char catalogue_text[] =
  "[catalogue]\nName=N\nVersion=n-1\n"
  "[clause COC-01]\nTitle=A\nBreach=a\nBinds=all\nUsual=S1\n[clause COC-02]\nTitle=B\nBreach=b\nBinds=all\nUsual=S1\n[clause COC-03]\nTitle=C\nBreach=c\nBinds=all\nUsual=S1\n"
  "[clause ROB-01]\nTitle=D\nBreach=d\nBinds=all\nUsual=S1\n[clause ROB-02]\nTitle=E\nBreach=e\nBinds=all\nUsual=S1\n[clause ROB-02a]\nParent=ROB-02\nTitle=F\nBreach=f\nBinds=all\nUsual=S1\n"
  "[clause EXT-01]\nTitle=G\nBreach=g\nBinds=all\nUsual=S1\n[clause EXT-02]\nTitle=H\nBreach=h\nBinds=all\nUsual=S1\n";

#define CODE "Conduct\n\nWe will:\n\n  • Greet\n  • Listen to\n    the end\n  • Answer\n\n"
#define RULES "Rules\n\n  • Lock it\n\n  • Tell nobody\n"

static const struct
{
  const char *text;
  const char *found; /* of COC-02, ROB-02, ROB-02a, EXT-01 */
} cases[] = {
  { CODE RULES, "Listen to the end|Tell nobody|Tell nobody|" },
  { "Home\n* News\n\nMenu\n\n" CODE "Also:\n- one\n\nthing\n" RULES "End\n- x\n- y\n", "Listen to the end|Tell nobody|Tell nobody|" },
  { "1. Greet\n2. Listen\n3. Answer\n\nRules\n(1) Lock it\n(2) Tell nobody\n", "Listen|Tell nobody|Tell nobody|" },
  { "\t• Greet\r\n\t• Listen\r\n\t• Answer\r\n\r\nRules\r\n\t• Lock it\r\n\t• Tell nobody\r\n", "Listen|Tell nobody|Tell nobody|" },
  { CODE, "Listen to the end|||" },
  { RULES, "|Tell nobody|Tell nobody|" },
  { RULES CODE, "Listen to the end|||" }, /* another order than ours */
  { "• Greet\n• Listen\n• Answer\n• Smile\n", "|||" }, /* another edition: better nothing than something wrong */
  { "Greet and listen.", "|||" },
  { "", "|||" },
  { NULL, "|||" },
};

static void
test_read (void)
{
  static const char *const ids[] = { "COC-02", "ROB-02", "ROB-02a", "EXT-01" };
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterClauseCatalogue) catalogue = muster_clause_catalogue_parse (catalogue_text, -1, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GHashTable) wordings = muster_wording_read (cases[i].text, catalogue);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < G_N_ELEMENTS (ids); j++)
        {
          const char *wording = muster_wording_find (wordings, muster_clause_catalogue_find (catalogue, ids[j], NULL));

          g_string_append_printf (found, "%s%s", j > 0 ? "|" : "", wording != NULL ? wording : "");
        }
      g_test_message ("%u", i);
      g_assert_cmpstr (found->str, ==, cases[i].found);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/wording/read", test_read);
  return g_test_run ();
}
