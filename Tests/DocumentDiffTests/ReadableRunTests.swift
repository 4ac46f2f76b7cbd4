import DocumentDiff
import DocumentModel
import TestSupport
import Testing

@Suite struct ReadableRunTests {
    /// The change of one paragraph in short: `[number 50→500]`, an insertion as `[wording →x]`.
    private func dump(_ old: String, _ new: String, names: [String] = []) -> String {
        let delta = DocumentDelta(
            from: document(section(0, nil, nil, paragraphs([old]))), to: document(section(0, nil, nil, paragraphs([new]))))
        guard let block = delta.blocks.first(where: { $0.new != nil }) else { return "" }
        return block.readableRuns(names: names).map { run in
            guard let kind = run.kind else { return String(block.newText(of: run)) }
            return "[\(kind) \(block.oldText(of: run))→\(block.newText(of: run))]"
        }.joined()
    }

    @Test(
        "Numbers are replaced whole and told from dates, names, words and forms",
        arguments: [
            ("春天种下树苗50棵。", "春天种下树苗500棵。", "春天种下树苗[number 50→500]棵。"),
            ("春天种下树苗1,200.5亩。", "春天种下树苗1,300.5亩。", "春天种下树苗[number 1,200.5→1,300.5]亩。"),
            ("春天种下树苗12万棵。", "春天种下树苗1.2万棵。", "春天种下树苗[number 12万→1.2万]棵。"),
            ("树苗活了九十五棵，都好。", "树苗活了九十棵，都好。", "树苗活了[number 九十五→九十]棵，都好。"),
            ("树苗活了95%，都很好。", "树苗活了95.1%，都很好。", "树苗活了[number 95%→95.1%]，都很好。"),
            ("花木账2022年度写得很全。", "花木账2023年度写得很全。", "花木账[date 2022→2023]年度写得很全。"),
            ("二〇二二年的花木账在此。", "二〇二三年的花木账在此。", "[date 二〇二二→二〇二三]年的花木账在此。"),
            ("账目到3月15日为止都在。", "账目到4月1日为止都在。", "账目到[date 3→4]月[date 15→1]日为止都在。"),
            ("账目到2022-03-15为止都在。", "账目到2022-04-15为止都在。", "账目到[date 2022-03-15→2022-04-15]为止都在。"),
            ("花木账从2021-2022年都写得全。", "花木账从2022-2023年都写得全。", "花木账从[date 2021→2022]-[date 2022→2023]年都写得全。"),
            ("请在15日内来园子里看花。", "请在20日内来园子里看花。", "请在[number 15→20]日内来园子里看花。"),
            ("春天（三月）种下了树苗。", "春天(三月)种下了树苗。", "春天[format （→(]三月[format ）→)]种下了树苗。"),
            ("春天种下了树苗５０棵。", "春天 种下了树苗50棵。", "春天[format → ]种下了树苗[format ５０→50]棵。"),
            ("caf\u{E9}里的花开了很久很久。", "cafe\u{301}里的花开了很久很久。", "[format caf\u{E9}→cafe\u{301}]里的花开了很久很久。"),
            ("园子里的rose开得很好。", "园子里的roses开得很好。", "园子里的[wording rose→roses]开得很好。"),
            ("绿水镇园林所种花的账。", "青山镇园林所种花的账。", "[name 绿水→青山]镇园林所种花的账。"),
            ("收到树苗12棵，种下10棵，都好。", "收到树苗/棵，种下10棵，都好。", "收到树苗[number 12→/]棵，种下10棵，都好。"),
            ("今年浇水50次，都记在账上。", "全年剪枝60次，都记在账上。", "[wording 今年浇水→全年剪枝][number 50→60]次，都记在账上。"),
        ])
    func kinds(old: String, new: String, expected: String) {
        #expect(dump(old, new, names: ["绿水镇园林所", "青山镇园林所", ""]) == expected)
    }

    @Test(
        "Insertions and deletions stand at the bounds of clauses",
        arguments: [
            ("春天种花，秋天种树。", "春天种花，夏天种瓜，秋天种树。", "春天种花，[wording →夏天种瓜，]秋天种树。"),
            ("一是浇水；二是剪枝；三是除草。", "一是浇水；三是除草。", "一是浇水；[wording 二是剪枝；→]三是除草。"),
            ("园子里有花、有树、有草。", "园子里有花、有草。", "园子里有花、[wording 有树、→]有草。"),
            ("花开了。鸟来了。", "花开了。花谢了。鸟来了。", "花开了。[wording →花谢了。]鸟来了。"),
        ])
    func slides(old: String, new: String, expected: String) {
        #expect(dump(old, new) == expected)
    }

    @Test(
        "What two texts have in common by chance is not kept",
        arguments: [
            ("园丁们认真地浇水施肥，花都开了。", "园丁们仔细又耐心地除草施肥，花都开了。", "园丁们[wording 认真地浇水→仔细又耐心地除草]施肥，花都开了。"),
            ("山上的风吹过来，树都弯了。", "河里的水流下去，石也圆了。", "[wording 山上的风吹过来，树都弯→河里的水流下去，石也圆]了。"),
            ("", "新添的一段。", "[wording →新添的一段。]"),
        ])
    func shreds(old: String, new: String, expected: String) {
        #expect(dump(old, new) == expected)
    }

    @Test(
        "No grapheme cluster is cut",
        arguments: [
            ("来看花的👨‍👩‍👧一家都很高兴。", "来看花的👨‍👩‍👦一家都很高兴。", "来看花的[wording 👨‍👩‍👧→👨‍👩‍👦]一家都很高兴。"),
            ("大家点赞👍给园丁们看看。", "大家点赞👍🏽给园丁们看看。", "大家点赞[wording 👍→👍🏽]给园丁们看看。"),
            ("花旗🇨🇳在园子里飘着。", "花旗🇨🇭在园子里飘着。", "花旗[wording 🇨🇳→🇨🇭]在园子里飘着。"),
            ("葛\u{E0100}树种在园子里面。", "葛树种在园子里面。", "[wording 葛\u{E0100}→葛]树种在园子里面。"),
        ])
    func clusters(old: String, new: String, expected: String) {
        #expect(dump(old, new) == expected)
    }
}
