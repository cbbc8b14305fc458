/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "operations/muster-reconcile-list.h"

/* Inside of operations/ only. */

struct _MusterListReading
{
  MusterListComparison *comparison;
  GDate today;
  char *file_name;
  guint64 file_size;
  char *file_hash;
};
