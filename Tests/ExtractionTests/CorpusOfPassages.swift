extension StatementCorpus {
    /// Whole passages, as offices of all kinds write them.
    static let passages = lines(
        """
        [overview]
        2024年，我镇认真贯彻落实《中华人民共和国政府信息公开条例》，全年通过县政府网站主动公开信息312条，其中工作动态186条、通知公告54条、政策文件12件。
        （一）主动公开情况。全年发布信息312条，政务微信公众号推送信息420条，阅读量达3.5万次。
        （二）依申请公开情况。2024年共收到政府信息公开申请6件，均为自然人申请，其中网络申请4件、信函申请2件。已答复5件，其中予以公开3件、部分公开1件、无法提供1件，另有1件结转下年度继续办理。
        （三）监督保障。组织培训2次，参训120人次。
        = ~disclosed=312 ~disclosed=186 ~disclosed=54 ~document=12 ~disclosed=312 ~disclosed=420 ~medium=35000 new=6 ~channel=4 ~channel=2
        = result.total=5 result.granted=3 result.partial=1 result.unable.*=1 carried-over=1 ~event=2 ~event=120
        2024年，我局共受理政府信息公开申请23件（其中上年度结转2件），全部按期办结。答复情况如下：予以公开12件，部分公开3件，不予公开2件，无法提供5件，其他处理1件。未收取信息处理费。因政府信息公开被申请行政复议2件，\
        均维持；被提起行政诉讼1件，尚未审结。
        = new=23 carried-in=2 result.granted=12 result.partial=3 result.refused.*=2 result.unable.*=5 result.other.*=1
        = information-fee.amount=0 challenges.review=2 challenges.litigation.*=1
        全年办理12345热线工单1280件，办结率99.2%，办理人大代表建议12件、政协委员提案8件，群众满意率100%。全年收到依申请公开申请3件，均已在规定时限内答复。全年接待群众来访35批次120人次，受理信访事项48\
        件。
        = ~hotline=1280 ~proposal=12 ~proposal=8 new=3 ~letter=35 ~letter=120 ~letter=48
        一是主动公开方面。发布各类信息1,245条。二是依申请公开方面。全年收到申请18件，同比下降10%；办结17件，按时办结率100%；结转1件。三是政策解读方面。发布解读材料25篇，召开新闻发布会2场。四是平台建设方面。开\
        设专栏3个，政务新媒体2个。
        = ~disclosed=1245 new=18 result.total=17 carried-over=1 ~explanation=25 ~explanation=2 ~disclosed=3 ~medium=2
        本年度，全区各级行政机关共收到政府信息公开申请486件，比2023年增加56件，增长13.0%。其中，区政府收到102件，各部门收到251件，各镇街收到133件。共办结478件，结转2025年办理8件。
        = new=486 ~comparison=56 ~no-feature=102 ~no-feature=251 ~no-feature=133 result.total=478 carried-over=8
        （二）依申请公开。我办严格落实依申请公开各项规定，畅通受理渠道，规范答复流程。2024年，区政府办公室共收到政府信息公开申请45件，上年结转3件，办结46件，结转下年2件。从申请人类型看，自然人43件，法人和其他组织2件\
        。从答复类型看，予以公开15件，部分公开2件，不予公开3件，无法提供20件，不予处理2件，其他处理4件。
        = new=45 carried-in=3 result.total=46 carried-over=2 new.natural-person=43 new.organization=2 result.granted=15 result.partial=2
        = result.refused.*=3 result.unable.*=20 result.unprocessed.*=2 result.other.*=4
        2024年，我局未收到政府信息公开申请，未发生因政府信息公开引起的行政复议、行政诉讼，未收取信息处理费。
        = new=0 challenges.review=0 challenges.litigation.*=0 information-fee.amount=0
        我中心2024年度无政府信息公开申请，无结转下年度办理事项，无行政复议和行政诉讼案件。
        = new=0 carried-over=0 challenges.review=0 challenges.litigation.*=0
        2024年度，本机关政府信息公开申请、行政复议、行政诉讼均为0件。
        = new=0 challenges.review=0 challenges.litigation.*=0
        依申请公开情况
        2024年，街道共收到依申请公开件5件，办结5件。
        = new=5 result.total=5
        3.依申请公开情况：全年受理7件，办结6件，1件按规定延期至下年答复。
        = new=7 result.total=6 carried-over=1
        2024年，市政府信息公开办共收到政府信息公开申请318件，受理301件，其中网上申请252件、当面申请12件、信函申请37件。
        = new=318 ?several-readings=301 ~channel=252 ~channel=12 ~channel=37
        全年制发行政规范性文件6件，已全部向社会公开，并同步发布解读6篇。对现行有效的行政规范性文件进行清理，废止2件，现行有效31件。
        = disclosure.normative-documents.issued=6 ~explanation=6 disclosure.normative-documents.repealed=2
        = disclosure.normative-documents.in-force=31
        全年作出行政许可决定320件、行政处罚决定45件，均已通过“信用中国”公示；公开行政处罚结果信息45条。
        = disclosure.licensing.decisions=320 disclosure.penalties.decisions=45 ~disclosed=45
        [applications]
        2024年，本机关新收政府信息公开申请15件，上年结转2件。其中，自然人申请14件，商业企业申请1件。
        办理结果：予以公开5件，部分公开2件，不予公开1件（属于行政执法案卷），无法提供6件（本机关不掌握相关政府信息5件、没有现成信息需要另行制作1件），不予处理1件（重复申请）。
        结转下年度继续办理2件。
        = new=15 carried-in=2 new.natural-person=14 new.business=1 result.granted=5 result.partial=2 result.refused.*=1 result.unable.*=6
        = result.unable.not-held=5 result.unable.must-be-created=1 result.unprocessed.*=1 carried-over=2
        本年度收到和处理政府信息公开申请情况：
        1.新收申请20件；
        2.上年结转0件；
        3.予以公开10件；
        4.部分公开2件；
        5.不予公开3件；
        6.无法提供4件；
        7.结转下年度1件。
        = new=20 carried-in=0 result.granted=10 result.partial=2 result.refused.*=3 result.unable.*=4 carried-over=1
        [challenges]
        2024年，因政府信息公开申请行政复议的3件，其中维持2件，纠正1件。因政府信息公开提起行政诉讼的2件，其中未经复议直接起诉1件，结果维持；复议后起诉1件，尚未审结。
        = challenges.review=3 challenges.review.upheld=2 challenges.review.corrected=1 challenges.litigation.*=2
        = challenges.litigation.direct=1 challenges.litigation.after-review=1
        （一）行政复议情况
        全年共3件，均为维持。
        （二）行政诉讼情况
        全年共2件，其中维持1件，尚未审结1件。
        = ~no-feature=3 ~no-feature=2 challenges.litigation.*.upheld=1 challenges.litigation.*.pending=1
        [other]
        按照《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号）规定的按件、按量收费标准，2024年本机关发出收费通知1件，总金额40元，实际收取总金额40元。
        全年办理人大代表建议5件，政协提案3件。
        = information-fee.notices=1 information-fee.noticed=40 information-fee.amount=40 ~proposal=5 ~proposal=3
        1.收取信息处理费情况。2024年，依申请公开未收取任何费用。
        2.建议提案办理情况。共承办人大建议6件、政协提案9件，均已按时答复，其中6件建议全文公开。
        = information-fee.amount=0 ~proposal=6 ~proposal=9 ~proposal=6
        [problems]
        一是部分单位对依申请公开重视不够，答复不够规范，存在未按时答复、答复要素不全等问题。二是政策解读形式单一，图解、视频解读仅占20%。三是培训力度不足，全年仅开展1次。
        = ~event=1
        针对上年度存在的3个方面问题，我局制定整改措施5项，逐项整改到位。
        = ~other-period=3 ~no-topic=5
        没有及时答复申请人的情况时有发生，未严格执行依申请公开制度，未依法履行告知义务。
        =
        尚未形成常态化的依申请公开工作机制，没有专职人员负责依申请公开。
        =
        存在依申请公开办理不及时、行政复议纠错等情况。
        =
        """)
}
