/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-organisation.h"

static const struct
{
  const char *text;
  gboolean is_organisation;
} cases[] = {
  { "Lindqvist & Pao LLC", TRUE },
  { "LINDQVIST, PAO AND BERG, L.L.C.", TRUE },
  { "Lindqvist Agency, Inc.", TRUE },
  { "North Shore Insurance", TRUE },
  { "Berg Insurance Services", TRUE },
  { "Berg & Associates", TRUE },
  { "Sunrise Health Brokers Ltd", TRUE },
  { "Hennepin Healthcare", TRUE },
  { "Community Action Partnership of Ramsey County", TRUE },
  { "Community Health Center", TRUE },
  { "Legal Aid of Northern Minnesota", TRUE },
  { "Leech Lake Band of Ojibwe", TRUE },
  { "White Earth Nation Health", TRUE },
  { "Nobles County", FALSE }, /* could be a person; a county writes itself longer, or stands in another column */
  { "City of Duluth", TRUE },
  { "Lutheran Social Service", TRUE },
  { "First National Bank", TRUE },
  { "Agency, Jo", FALSE },
  { "Insurance, Ana Maria", FALSE },
  { "Agency, Inc.", TRUE },
  { "Lindqvist Agency, Jo", TRUE },
  { "Insurance, The", TRUE },
  { "Ana Lindqvist", FALSE },
  { "Grace Church", FALSE },
  { "Nathan Bank", FALSE },
  { "Null", FALSE },
  { "County, Ana", FALSE },
  { "Summer Lake", FALSE },
  { "Tom North", FALSE },
  { "Virginia West", FALSE },
  { "Lake, Virginia", FALSE },
  { "Ludwig van der Berg", FALSE },
  { "Vince Cohen", FALSE }, /* neither Inc nor Co */
  { "Ana Lindqvist, CLU, ChFC", FALSE },
  { "Maria de la Cruz", FALSE },
  { "Inca Corpus", FALSE },
  { "", FALSE },
  { NULL, FALSE },
  { "a word that is longer than any of the words that are looked for in here: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", FALSE },
};

static void
test_is_name (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (muster_organisation_is_name (cases[i].text), ==, cases[i].is_organisation);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/organisation/is-name", test_is_name);
  return g_test_run ();
}
