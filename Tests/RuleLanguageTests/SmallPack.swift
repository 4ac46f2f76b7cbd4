import AuditModel

/// A pack as small as a pack can be, to break.
enum SmallPack {
    static let files: [String: String] = [
        "pack.xml": manifest, "form.xml": form, "identity.xml": identity, "statements.xml": statements, "passages.xml": passages,
        "rules/sums.xml": rules,
    ]

    static let manifest = """
        <pack id="small" version="1.0.0">
          <title xml:lang="zh-Hans">小包</title>
          <title xml:lang="en">small pack</title>
          <source id="law" document="某法"/>
          <part file="form.xml"/>
          <part file="identity.xml"/>
          <part file="statements.xml"/>
          <part file="passages.xml"/>
          <part file="rules/sums.xml"/>
        </pack>
        """

    static let form = """
        <form id="2021">
          <section key="overview" ordinal="1" required="true" title="总体情况"/>
          <section key="visits" ordinal="2" required="true" title="来访情况" context="topic=visit"/>
          <table id="visits" section="visits">
            <name xml:lang="zh-Hans">来访表</name>
            <name xml:lang="en">visits</name>
            <columns>
              <column id="adults" label="成人"><name xml:lang="en">adults</name></column>
              <column id="children" label="儿童"><name xml:lang="en">children</name></column>
              <column id="total" label="总计"><name xml:lang="en">total</name></column>
            </columns>
            <rows>
              <row id="morning" label="上午"><name xml:lang="en">morning</name></row>
              <row id="noon" label="中午" columns="total"><name xml:lang="en">noon</name></row>
            </rows>
          </table>
        </form>
        """

    static let identity = """
        <identity minimum-evidence="1">
          <titles>年度报告</titles>
          <title-noise>关于</title-noise>
          <own-scope>本馆</own-scope>
          <roll-up-scope>全市</roll-up-scope>
          <droppable-endings>管理处</droppable-endings>
          <level id="hall" endings="馆 堂"/>
          <level id="park" endings="园"/>
        </identity>
        """

    static let statements = """
        <statements sections="overview visits">
          <dimension id="topic" kind="topic"/>
          <dimension id="visitor" kind="party" standard="total">
            <expand value="anyone" to="adults children"/><join value="anyone" of="adults children"/>
          </dimension>
          <words role="head" feature="topic=visit">来访</words>
          <words role="feature" feature="visitor=adults">成人</words>
          <words role="measure" unit="person">人 名</words>
          <words role="blocker" reason="letters">来信</words>
          <reason id="letters">
            <text xml:lang="zh-Hans">来信不是来访</text>
            <text xml:lang="en">letters are no visits</text>
          </reason>\(reasons)
          <figure id="morning-visits" requires="topic=visit" units="person" measures="人">
            <name xml:lang="zh-Hans">上午来访</name>
            <name xml:lang="en">visits in the morning</name>
            <reading>visits.morning.{visitor}</reading>
          </figure>
        </statements>
        """

    static let passages = """
        <passages>
          <part id="thanks" section="overview">
            <cues>致谢</cues>
          </part>
          <vocabulary id="hollow">无 略</vocabulary>
        </passages>
        """

    static let rules = """
        <rules>
          <rule id="SUM-01" severity="error" forms="2021">
            <title xml:lang="zh-Hans">总计不符</title>
            <title xml:lang="en">the total differs</title>
            <source ref="law" at="第一条"/>
            <equation for-each="rows" table="visits" except="noon">
              <require>visits.{row}.adults + visits.{row}.children = visits.{row}.total</require>
              <message xml:lang="zh-Hans">{row}：{computation}</message>
              <message xml:lang="en">{row}: {computation}</message>
              <advice xml:lang="zh-Hans">请核对。</advice>
              <advice xml:lang="en">Check it.</advice>
            </equation>
            <case verdict="violated" at="visits.morning.total">
              <figures others="0">visits.morning.adults=2 visits.morning.children= visits.noon.total=absent</figures>
              <text section="overview">
                第一段。
                第二段。
              </text>
              <previous><report>某馆2022年度报告</report></previous>
            </case>
          </rule>
          <rule id="TEXT-01" severity="note">
            <title xml:lang="zh-Hans">空话</title>
            <title xml:lang="en">hollow words</title>
            <source ref="law"/>
            <section-substance sections="overview" hollow="hollow" when-empty="true">
              <message xml:lang="zh-Hans">{section}没有内容</message>
              <message xml:lang="en">{section} says nothing</message>
              <advice xml:lang="zh-Hans">请补写。</advice>
              <advice xml:lang="en">Write it.</advice>
            </section-substance>
            <account section="overview" parts="thanks" evidence="hollow">
              <message xml:lang="zh-Hans">没有致谢</message>
              <message xml:lang="en">no thanks</message>
              <advice xml:lang="zh-Hans">请补写。</advice>
              <advice xml:lang="en">Write it.</advice>
            </account>
            <forbidden pattern="某+" severity="query">
              <except>某某</except>
              <message xml:lang="zh-Hans">有“{quote}”</message>
              <message xml:lang="en">there is '{quote}'</message>
              <advice xml:lang="zh-Hans">请删去。</advice>
              <advice xml:lang="en">Remove it.</advice>
            </forbidden>
            <xpath test="count(//section) &gt; 1">
              <message xml:lang="zh-Hans">只有一章</message>
              <message xml:lang="en">only one section</message>
              <advice xml:lang="zh-Hans">请补写。</advice>
              <advice xml:lang="en">Write more.</advice>
            </xpath>
            <case verdict="satisfied"/>
            <case verdict="undetermined" at="s1/p1 s2/t1/r1c2"/>
          </rule>
        </rules>
        """

    /// Those that the statement finder gives by itself, on one line, so that lines can be counted.
    private static let reasons = StatementGrammar.builtInReasons.map {
        "<reason id=\"\($0)\"><text xml:lang=\"zh-Hans\">\($0)</text><text xml:lang=\"en\">\($0)</text></reason>"
    }.joined()
}
