/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-report-clauses.h"

static guint
get_place (MusterClauseCatalogue *clauses, const char *clause)
{
  GPtrArray *all = muster_clause_catalogue_get_clauses (clauses);
  guint place = 0;

  while (place < all->len && g_ascii_strcasecmp (((const MusterClause *) all->pdata[place])->id, clause) != 0)
    place++;
  return place;
}

const char *
muster_report_clauses_get_title (MusterClauseCatalogue *clauses, const char *clause)
{
  const MusterClause *found = muster_clause_catalogue_find (clauses, clause, NULL);

  return found != NULL ? found->title : "";
}

int
muster_report_clauses_compare (MusterClauseCatalogue *clauses, const char *a, const char *b)
{
  guint first, second;

  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);
  first = get_place (clauses, a);
  second = get_place (clauses, b);
  return first != second ? (first < second ? -1 : 1) : strcmp (a, b);
}
