/// How one indicator stands to last year's.
package struct IndicatorChange: Hashable, Sendable {
    /// The same in both years: what forms call by one name is compared, whichever forms they are.
    package let id: Indicator.ID
    /// As this year's form words it; as last year's does where this year's lacks the indicator.
    package let label: LocalizedText
    /// Last year's value; nil where its report has no such cell.
    package let old: FigureValue?
    /// This year's value; nil where its report has no such cell.
    package let new: FigureValue?
    /// New less old; nil unless both are numbers and near enough in size for the difference to be held.
    package let change: Quantity?
    /// The change in percent of old, to two decimals; nil where `change` is and where old is 0.
    package let percent: Quantity?
    /// Whether the change deserves notice; nil where `change` is and where nothing says from when on it does.
    package let isNoticeable: Bool?
    /// Whether one of the values stands in no cell, but is the sum of the rows that another form has in place of the indicator's.
    package let isSum: Bool

    /// Computes the change from the two values.
    package init(
        id: Indicator.ID, label: LocalizedText, old: FigureValue?, new: FigureValue?, threshold: ChangeThreshold? = nil, isSum: Bool = false
    ) {
        self.id = id
        self.label = label
        self.old = old
        self.new = new
        self.isSum = isSum
        if let before = old?.number, let after = new?.number {
            change = after.subtracting(before)
            percent = change?.percent(of: before, decimals: 2)
            isNoticeable = change == nil ? nil : threshold?.isExceeded(from: before, to: after)
        } else {
            change = nil
            percent = nil
            isNoticeable = nil
        }
    }
}

extension Figures {
    /// Every indicator that either report has, in the new form's order, then those that only the old form knows.
    ///
    /// Where one report has a row that stands for several and the other one these, their sum is set against it: so one form's figures are compared
    /// with another's.
    package func changes(since old: Figures, noticing threshold: ChangeThreshold? = nil) -> [IndicatorChange] {
        let isSameForm = old.form == form
        var rows: [IndicatorChange] = []
        rows.reserveCapacity(values.count)
        /// `index` counts the indicators of a form.
        func append(_ indicators: [Indicator], _ index: Int, _ before: FigureValue?, _ after: FigureValue?) {
            let oldSum = before == nil && after != nil ? old.sum(for: indicators[index], as: form) : nil
            let newSum = after == nil && before != nil ? sum(for: indicators[index], as: old.form) : nil
            rows.append(
                IndicatorChange(
                    id: indicators[index].id, label: indicators[index].label, old: before ?? oldSum, new: after ?? newSum,
                    threshold: threshold, isSum: oldSum != nil || newSum != nil))
        }
        for index in form.indicators.indices {
            let place = isSameForm ? index : old.form.index(of: form.indicators[index].id)
            let before = place.flatMap { old.values[$0]?.value }
            let after = values[index]?.value
            guard before != nil || after != nil else { continue }
            append(form.indicators, index, before, after)
        }
        if isSameForm { return rows }
        for index in old.form.indicators.indices where form.index(of: old.form.indicators[index].id) == nil {
            guard let before = old.values[index] else { continue }
            append(old.form.indicators, index, before.value, nil)
        }
        return rows
    }

    /// What the rows add up to that an indicator's row stands for, by either form; nil unless all of them are numbers.
    private func sum(for indicator: Indicator, as other: Form) -> FigureValue? {
        for form in [form, other] {
            guard let index = form.index(of: indicator.id), form.indicators[index].isSubstitute else { continue }
            let indicator = form.indicators[index]
            let table = form.tables[indicator.table]
            let parts = table.rows.indices.filter { table.rows[indicator.row].standsFor.contains(table.rows[$0].id) }
            var sum = Quantity(0)
            for part in parts {
                guard let cell = table.grid[part][indicator.column], let number = self[form.indicators[cell].id]?.value.number,
                    let next = sum.adding(number)
                else { return nil }
                sum = next
            }
            return .number(sum)
        }
        return nil
    }
}
