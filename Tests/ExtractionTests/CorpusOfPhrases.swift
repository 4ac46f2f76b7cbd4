extension StatementCorpus {
    /// The kinds of phrases that reports are known to use.
    static let phrases = lines(
        """
        [overview]
        全县共收到政府信息公开申请264件，共办结251件，结转至2025年13件。
        = new=264 result.total=251 carried-over=13
        全年共发生行政复议31起，行政诉讼8起。
        = challenges.review=31 challenges.litigation.*=8
        全年办理政府信息公开申请318件。
        = new=318
        各类政府信息公开申请共计47件，涉及自然人45件、商业企业2件。
        = new=47 new.natural-person=45 new.business=2
        予以公开及部分公开42件，占51.85%；不予公开5件，占6.2%；无法提供31件，不予处理1件，其他处理2件。
        = result.granted+result.partial=42 result.refused.*=5 result.unable.*=31 result.unprocessed.*=1 result.other.*=2
        办理行政复议案件2件、行政诉讼案件7件。
        = challenges.review=2 challenges.litigation.*=7
        收到政府信息公开申请63件，办结率100%。
        = new=63
        行政复议案件4件，均已结案。
        = challenges.review=4
        共收到57件申请，已办结55件，2件结转下年度继续办理。
        = new=57 result.total=55 carried-over=2
        共受理政府信息公开申请33件，均在法定期限内予以答复。
        = new=33
        2024年未收到有关政府信息公开申请。
        = new=0
        2024年度未收到因政府信息公开被申请行政复议、提起行政诉讼的申请。
        = challenges.review=0 challenges.litigation.*=0
        集中公开现行有效行政规范性文件512件。
        = disclosure.normative-documents.in-force=512
        本年度制发的规范性文件61件，已宣布废止规范性文件7件。
        = disclosure.normative-documents.issued=61 disclosure.normative-documents.repealed=7
        共收办政府信息公开申请案件2704件，同比增长12.3%。
        = new=2704
        全年收办申请2704件，其中自然人申请2600件，法人或其他组织申请104件。
        = new=2704 new.natural-person=2600 new.organization=104
        作其他处理（含申请人主动撤回申请）251件，转下年度办理88件。
        = result.other.*=251 carried-over=88
        全年收取政府信息公开信息处理费0元。
        = information-fee.amount=0
        本年度无收取信息处理费情况。
        = information-fee.amount=0
        2024年，我县未向公众收取与政府信息公开有关的相关费用。
        = ~no-topic=0
        受理政府信息公开申请640件，申请数量较去年回落8.9%。
        = new=640
        答复612件（含上年度结转申请21件，另有40件顺延到下年度答复）。
        = result.total=612 carried-in=21 carried-over=40
        因本机关不掌握等原因无法提供198件。
        = result.unable.not-held=198
        全街收到5件由自然人发起的政府信息公开申请，其中部分公开2件。
        = new.natural-person=5 result.partial=2
        制定规范性文件0件，废除规范性文件0件，正在实施的规范性文件0件。
        = disclosure.normative-documents.issued=0 disclosure.normative-documents.repealed=0 disclosure.normative-documents.in-force=0
        收到申请后，依法按期办结97件。
        = result.total=97
        共收到15件申请，13件已按时答复，剩余2件结转下年度。
        = new=15 result.total=13 carried-over=2
        共处理政府信息公开申请903件(含上年度结转申请41件)，答复866件，结转下年度继续办理37件。
        = new=903 carried-in=41 result.total=866 carried-over=37
        全年共收到公开申请702件(上年度结转12件，结转下年度8件)。
        = new=702 carried-in=12 carried-over=8
        收到政府信息公开申请三件，已办理完毕。
        = new=3
        网上申请4件、纸质申请21件，顺延至下一年答复3件。
        = ~channel=4 ~channel=21 carried-over=3
        结转上年度继续办理1件，收到本年度政府信息公开申请66件。
        = carried-in=1 new=66
        其中188件按时办结，9件结转下年度办理。
        = ~no-topic=188 carried-over=9
        受理线上申请42件，依法办结41件，结转下年度1件，受理线下申请7件。
        = ~channel=42 ~channel=41 ~channel=1 ~channel=7
        接收到申请书38份。
        = new=38
        部分公开3件，因信息不存在的4件，结转至下一年度办理1件。
        = result.partial=3 result.unable.not-held=4 carried-over=1
        受理依申请公开11件，具体为土地征收类7件、房屋拆迁类4件。
        = new=11 ~no-feature=7 ~no-feature=4
        不予公开信息6条(属行政查询)。
        = result.refused.*=6
        本机关不掌握相关政府信息9条，补正后申请内容仍不明确3条。
        = result.unable.not-held=9 result.unable.still-unclear=3
        公开答复2件，无法提供3件。
        = result.granted=2 result.unable.*=3
        申请人主动撤销申请17件。
        = ~withdrawn=17
        所申请公开信息不属于本单位公开范围的4件。
        = result.unable.not-held=4
        作出行政处罚3宗；作出518宗行政许可。
        = disclosure.penalties.decisions=3 disclosure.licensing.decisions=518
        未作出行政强制。
        = disclosure.coercion.decisions=0
        我市规范性文件继续有效31件，失效3件、废止6件。
        = disclosure.normative-documents.in-force=31 ~other-act=3 disclosure.normative-documents.repealed=6
        现行有效的行政规范性文件0件。
        = disclosure.normative-documents.in-force=0
        市政府规章9件(含新制定2件，修改4件，废止3件)。
        = ?several-readings=9 disclosure.regulations.issued=2 ~other-act=4 disclosure.regulations.repealed=3
        新发生行政复议案件3件，其中结果维持2件、被纠错1件。
        = challenges.review=3 challenges.review.upheld=2 challenges.review.corrected=1
        新发生行政诉讼案件2件，未审结2件。
        = challenges.litigation.*=2 challenges.litigation.*.pending=2
        未出现因政府信息公开申请引起行政诉讼和行政复议。
        = challenges.litigation.*=0 challenges.review=0
        我办无依申请公开事项。
        = new=0
        依申请公开0件，公开0件，不予公开0件。
        = new=0 result.granted+result.partial=0 result.refused.*=0
        主动公开政府采购27项，采购金额31.55万元。
        = ~disclosed=27 ~disclosed=315500
        公布行政许可信息58条，行政处罚信息4条。
        = ~disclosed=58 ~disclosed=4
        足额上缴非税收入3120.5万元。
        = ~no-feature=31205000
        全年发布政策文件解读45篇，开展民意征集17期。
        = ~explanation=45 ~explanation=17
        办理12345政务热线2711件。
        = ~hotline=2711
        协办人大代表建议9件、政协提案2件。
        = ~proposal=9 ~proposal=2
        收到县长信箱咨询投诉类信件77件。
        = ~letter=77
        共收到政府信息公开申请5条。
        = new=5
        未有政府信息公开行政复议及行政诉讼有关情况。
        = challenges.review=0 challenges.litigation.*=0
        无收取信息公开处理费。
        = information-fee.amount=0
        依申请公开信息数188条。
        = ~disclosed=188
        """)
}
