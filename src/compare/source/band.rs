//! Which pairs of a long text are compared at all.

use std::ops::Range;

/// For each row of the table the columns that are looked at. Beginnings and ends only grow.
#[derive(Debug)]
pub(super) struct Band {
    columns: Vec<Range<usize>>,
    /// Place of each row in a flat table.
    starts: Vec<usize>,
}

impl Band {
    /// A band of so many columns on either side of a path through (row, column) points; both corners are on the path.
    pub(super) fn along(points: &[(usize, usize)], rows: usize, columns: usize, half: usize) -> Band {
        let mut band = Band { columns: Vec::with_capacity(rows + 1), starts: Vec::with_capacity(rows + 1) };
        let mut before = (0, 0);
        let mut cells = 0;
        for &point in points.iter().chain([&(rows, columns)]) {
            let (down, right) = (point.0 - before.0, point.1 - before.1);
            for row in band.columns.len()..=point.0 {
                let at =
                    |row: usize| before.1 + (row.saturating_sub(before.0) * right).checked_div(down).unwrap_or(right);
                // A slope of more than one column a row must not break the band.
                let low = at(row.saturating_sub(1)).saturating_sub(half);
                let low = band.columns.last().map_or(0, |last: &Range<usize>| last.start.max(low));
                let high = (at(row) + half).min(columns) + 1;
                let high = band.columns.last().map_or(high, |last| last.end.max(high));
                band.starts.push(cells);
                cells += high - low;
                band.columns.push(low..high);
            }
            before = point;
        }
        band.starts.push(cells);
        band
    }

    pub(super) fn columns(&self, row: usize) -> Range<usize> {
        self.columns[row].clone()
    }

    pub(super) fn cells(&self) -> usize {
        self.starts.last().copied().unwrap_or(0)
    }

    /// The place of a cell in a flat table.
    pub(super) fn place(&self, row: usize, column: usize) -> usize {
        self.starts[row] + column - self.columns[row].start
    }
}
