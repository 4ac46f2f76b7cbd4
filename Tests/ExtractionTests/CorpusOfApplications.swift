extension StatementCorpus {
    /// Applications: how many came, from whom, and what became of them.
    static let applications = lines(
        """
        [overview]
        截至2024年底，我局累计收到依申请公开件17件。
        = new=17
        今年以来，共收到政府信息公开申请表9份。
        = new=9
        云溪区人民政府2024年共收到政府信息公开申请4件。
        = new=4
        我镇2024年度共接到公民、法人和其他组织的政府信息公开申请6件。
        = new=6
        本年度依申请公开政府信息共计8件。
        = new=8
        政府信息公开申请（含上年结转）共20件。
        = new=20
        全年依申请公开政府信息受理数13件。
        = new=13
        全年收到的政府信息公开申请为14件。
        = new=14
        全年政府信息公开申请数量为14件。
        = new=14
        政府信息公开申请量达到102件，同比增长15%。
        = new=102
        全年收到政府信息公开申请14件次。
        = new=14
        全年新增政府信息公开申请14件。
        = new=14
        当年新收政府信息公开申请14宗。
        = new=14
        依申请公开工作有序开展，全年共收到申请21件，其中当面申请2件、邮寄申请9件、网络申请10件。
        = new=21 ~channel=2 ~channel=9 ~channel=10
        全年共登记受理政府信息公开申请18件。
        = new=18
        共收到各类政府信息公开申请共计16件，均已依法依规办理。
        = new=16
        全年收到政府信息公开申请１６件，办结１５件，１件结转下年度。
        = new=16 result.total=15 carried-over=1
        共收到政府信息公开申请12件，全部按时办结，办结率100%。
        = new=12
        2024年，收到信息公开申请12件，较2023年增加2件。
        = new=12 ~comparison=2
        2024年，收到信息公开申请12件，比上年的10件增加2件。
        = new=12 ~comparison=10 ~no-feature=2
        2023年收到申请10件，2024年收到申请12件。
        = ~other-period=10 new=12
        去年收到申请10件，今年收到申请12件。
        = ~other-period=10 new=12
        与去年相比，今年收到申请12件，增加2件。
        = new=12 ~comparison=2
        与上年度相比，收到政府信息公开申请12件，增加2件。
        = new=12 ~comparison=2
        与2023年相比，收到政府信息公开申请12件，增加2件。
        = new=12 ~comparison=2
        收到政府信息公开申请12件，同比增加2件，增长20%。
        = new=12 ~comparison=2
        收到政府信息公开申请由上年的10件增至12件。
        = ~other-period=10 new=12
        全年收到政府信息公开申请十七件、办结十六件、结转一件。
        = new=17 result.total=16 carried-over=1
        收到通过邮寄方式提交的政府信息公开申请5件。
        = ~channel=5
        通过当面、邮寄、网络等方式收到政府信息公开申请5件。
        = new=5
        全年收到三四件政府信息公开申请。
        = ?inexact=34
        全年收到政府信息公开申请20件以上。
        = ?inexact=20
        全年收到政府信息公开申请20件左右。
        = ?inexact=20
        全年收到政府信息公开申请二十余件。
        = ?inexact=20
        全年收到政府信息公开申请近百件。
        = ?inexact=100
        全年收到政府信息公开申请1.25万件。
        = new=12500
        全年收到政府信息公开申请12,345件。
        = new=12345
        全年收到政府信息公开申请 12，345件。
        = new=12345
        收到12件政府信息公开申请、答复10件、结转2件。
        = new=12 result.total=10 carried-over=2
        对收到的12件政府信息公开申请，均在规定期限内答复。
        = new=12
        对收到的12件申请均依法依规作出答复。
        = new=12
        全年12件政府信息公开申请全部办结。
        = new=12
        我局办理的12件政府信息公开申请中，自然人申请11件，企业申请1件。
        = new=12 new.natural-person=11 new.business=1
        全年收到申请12件答复12件。
        = new=12 result.total=12
        全年收到12件申请答复12件。
        = new=12 result.total=12
        涉及6个部门的政府信息公开申请45件。
        = ~no-feature=6 new=45
        全年共受理依申请公开12件，涉及征地拆迁、工程建设、房屋征收等方面。
        = new=12
        全年共收到依申请公开12件，内容涉及土地征收5件、城市规划4件、其他3件。
        = new=12 ~no-feature=5 ~document=4 ~no-feature=3
        全年收到依申请公开12件，主要涉及征地补偿、工程规划、政策咨询等方面，答复12件。
        = new=12 result.total=12
        全年共收到依申请公开12件（当面提交1件、网络提交6件、信函提交5件）。
        = new=12 ~channel=1 ~channel=6 ~channel=5
        收到政府信息公开申请总数12件。
        = new=12
        本年共收到政府信息公开申请12件，其中新收11件，上年结转1件。
        = new=12 new=11 carried-in=1
        共办理政府信息公开申请12件（其中上年度结转1件，本年新收11件）。
        = new=12 carried-in=1 new=11
        上年度结转政府信息公开申请3件，今年新收30件，共33件，已办结32件，1件结转下年度继续办理。
        = carried-in=3 new=30 new+carried-in=33 result.total=32 carried-over=1
        上年结转3件、本年新收30件、办结32件、结转下年1件。
        = carried-in=3 new=30 result.total=32 carried-over=1
        在办结的20件申请中，予以公开10件，占50%；部分公开4件，占20%；不予公开2件；无法提供4件。
        = result.total=20 result.granted=10 result.partial=4 result.refused.*=2 result.unable.*=4
        办结申请20件，其中：予以公开10件，部分公开4件，不予公开2件，无法提供3件，不予处理1件。
        = result.total=20 result.granted=10 result.partial=4 result.refused.*=2 result.unable.*=3 result.unprocessed.*=1
        依法予以公开的10件，部分公开的2件，不予公开的1件。
        = result.granted=10 result.partial=2 result.refused.*=1
        全部公开10件、部分公开2件，不公开1件。
        = result.granted=10 result.partial=2 result.refused.*=1
        同意公开10件，同意部分公开2件，不同意公开1件。
        = result.granted=10 result.partial=2 result.refused.*=1
        予以公开和部分公开共12件。
        = result.granted+result.partial=12
        不予公开、不予处理均为0件。
        = result.refused.*=0 result.unprocessed.*=0
        予以公开、部分公开、不予公开、无法提供、不予处理、其他处理均为2件。
        = result.granted=2 result.partial=2 result.refused.*=2 result.unable.*=2 result.unprocessed.*=2 result.other.*=2
        行政复议结果维持、结果纠正、其他结果、尚未审结均为0件。
        = challenges.review.upheld=0 challenges.review.corrected=0 challenges.review.other=0 challenges.review.pending=0
        不予公开、无法提供、不予处理分别为2件、3件、1件。
        = result.refused.*=2 result.unable.*=3 result.unprocessed.*=1
        予以公开、部分公开、不予公开各2件。
        = result.granted=2 result.partial=2 result.refused.*=2
        依法作出予以公开决定10件、部分公开决定2件、不予公开决定1件。
        = result.granted=10 result.partial=2 result.refused.*=1
        作出予以公开答复10件，作出不予公开答复1件。
        = result.granted=10 result.refused.*=1
        答复结果为予以公开10件，部分公开2件。
        = result.granted=10 result.partial=2
        对12件申请以予以公开、部分公开、不予公开等方式进行了答复。
        = result.total=12
        以予以公开、部分公开、不予公开等方式答复12件。
        = ~no-topic=12
        其中涉及国家秘密不予公开1件，涉及第三方合法权益不予公开2件。
        = result.refused.state-secret=1 result.refused.third-party-rights=2
        因涉及国家秘密不予公开的1件。
        = result.refused.state-secret=1
        因属于行政查询事项不予公开2件，因本机关不掌握相关政府信息无法提供3件，因没有现成信息需要另行制作无法提供1件。
        = result.refused.administrative-inquiry=2 result.unable.not-held=3 result.unable.must-be-created=1
        因信访举报投诉类申请不予处理3件，因重复申请不予处理2件。
        = result.unprocessed.petition=3 result.unprocessed.repeated=2
        无法提供4件，其中本机关不掌握相关政府信息3件、没有现成信息需要另行制作1件。
        = result.unable.*=4 result.unable.not-held=3 result.unable.must-be-created=1
        不予处理5件（信访举报投诉类申请3件、重复申请2件）。
        = result.unprocessed.*=5 result.unprocessed.petition=3 result.unprocessed.repeated=2
        其他处理4件，其中申请人无正当理由逾期不补正3件、申请人逾期未按收费通知要求缴纳费用1件。
        = result.other.*=4 result.other.not-corrected=3 result.other.fee-unpaid=1
        其他处理6件，其中申请人撤回申请4件、逾期不补正2件。
        = result.other.*=6 ~withdrawn=4 result.other.not-corrected=2
        予以公开率85%，部分公开率5%。
        =
        全年无不予公开的申请。
        = result.refused.*=0
        未作出不予公开决定。
        = result.refused.*=0
        没有不予公开和不予处理的情况。
        = result.refused.*=0 result.unprocessed.*=0
        [applications]
        本年新收12件，上年结转1件，本年度办理结果总计13件，结转下年度继续办理0件。
        = new=12 carried-in=1 result.total=13 carried-over=0
        全年收到申请12件，均为自然人申请。
        = new=12
        全年收到申请12件，申请人均为自然人。
        = new=12
        全年收到自然人申请12件，答复12件。
        = new.natural-person=12 result.total.natural-person=12
        从申请主体看，自然人11件，商业企业1件，科研机构、社会公益组织、法律服务机构、其他均为0件。
        = new.natural-person=11 new.business=1 new.research=0 new.welfare=0 new.legal-service=0
        其中，自然人提出申请11件，法人或其他组织提出申请1件。
        = new.natural-person=11 new.organization=1
        从处理结果看，予以公开9件，部分公开1件，不予公开2件。
        = result.granted=9 result.partial=1 result.refused.*=2
        从申请内容看，涉及征地拆迁8件、规划建设4件。
        = ~no-feature=8 ~document=4
        从申请方式看，网上申请8件、信函申请4件。
        = ~channel=8 ~channel=4
        收到政府信息公开申请12件，申请人撤回2件，实际答复10件。
        = new=12 ~withdrawn=2 result.total=10
        按时答复12件，延期答复2件。
        = result.total=12 ~corrected=2
        已答复12件（含延期答复2件）。
        = result.total=12 ~corrected=2
        补正2件，征求第三方意见1件。
        = ~corrected=2 ~corrected=1
        结转至2025年1件。
        = carried-over=1
        转入2025年办理的1件。
        = carried-over=1
        2023年结转2件。
        = carried-in=2
        2023年度结转申请2件，2024年新收10件。
        = carried-in=2 new=10
        尚有1件未到答复期限，结转下年度。
        = carried-over=1
        截至年底，1件尚在办理期限内。
        = carried-over=1
        1件正在办理中。
        = carried-over=1
        暂未办结1件。
        = carried-over=1
        无结转下年度办理件。
        = carried-over=0
        无上年结转申请，无结转下年度申请。
        = carried-in=0 carried-over=0
        没有上年度结转的政府信息公开申请。
        = carried-in=0
        上年结转0件，结转下年0件。
        = carried-in=0 carried-over=0
        收到0件，办结0件，结转0件。
        = new=0 result.total=0 carried-over=0
        收到申请数0，办理数0。
        = new=0 new=0
        政府信息公开申请12件（件数与上年持平）。
        = new=12
        本机关本年度未收到政府信息公开申请，无上年度结转申请。
        = new=0 carried-in=0
        """)
}
