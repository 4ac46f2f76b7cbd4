extension StatementCorpus {
    /// Further wordings: joined nouns, other units, other years, numerals, and zeros said by words.
    static let wordings = lines(
        """
        [overview]
        2024年度我局共收到依申请公开政府信息申请5件，同比减少3件，其中2件予以公开，1件部分公开，2件本机关不掌握。
        = new=5 ~comparison=3 result.granted=2 result.partial=1 result.unable.not-held=2
        全年共收到群众申请公开政府信息8件，均依法予以答复。
        = new=8
        全年收到公开申请事项8件。
        = new=8
        收到公民、法人和其他组织申请公开政府信息共8件次。
        = new=8
        全年依申请公开政府信息8条，均按时答复。
        = new=8
        2024年依申请公开政府信息目录0条。
        = ~register=0
        全年接到依申请公开8起，办结率100%。
        = new=8
        本年度，区住建局共受理政府信息公开申请33件。
        = ~other-unit=33
        由区住建局办理的政府信息公开申请12件。
        = ~other-unit=12
        2024年县自然资源局收到政府信息公开申请12件，我局收到3件。
        = ~other-unit=12 new=3
        全市收到申请120件，其中市公安局35件、市人社局20件。
        = new=120 ~other-unit=35 ~no-feature=20
        全市收到申请120件，较多的是市公安局（35件）、市人社局（20件）。
        = new=120 ~other-unit=35 ~other-unit=20
        申请量居前三位的部门为：县自然资源局45件、县住建局30件、县教育局12件。
        = ~unknown-noun=3 ~other-unit=45 ~no-feature=30 ~no-feature=12
        市本级收到政府信息公开申请45件，各县（市、区）收到120件，合计165件。
        = ~other-unit=45 ~other-unit=120 new=165
        全年收到信息公开申请12件、12345热线转办件35件。
        = new=12 ~hotline=35
        收到申请12件、咨询35件、投诉2件。
        = new=12 ~letter=35 ~letter=2
        收到申请、咨询、投诉共49件。
        = ~letter=49
        收到政府信息公开申请和咨询49件。
        = ~letter=49
        回复网民留言120条，答复政府信息公开申请12件。
        = ~letter=120 result.total=12
        处理政府信息公开申请12件，处理信访举报35件。
        = new=12 ~letter=35
        全年办结12件，其中通过邮寄答复8件，通过邮箱答复4件。
        = ~no-topic=12 ~channel=8 ~channel=4
        已全部按时答复，答复率100%。
        =
        目前已办结11件。
        = ~until-now=11
        截至目前，共收到政府信息公开申请12件。
        = ~until-now=12
        截至2024年12月31日，我局共收到政府信息公开申请12件，已办结11件，1件正在办理。
        = new=12 result.total=11 carried-over=1
        2024年1—12月，收到政府信息公开申请12件。
        = new=12
        2024年1月至12月共收到政府信息公开申请12件。
        = new=12
        自2024年1月1日起至2024年12月31日止，共收到政府信息公开申请12件。
        = new=12
        2024 年，共收到政府信息公开申请 12 件，其中， 自然人 10 件，法人或其他组织 2 件。
        = new=12 new.natural-person=10 new.organization=2
        2024年，收到政府信息公开申请１２件；答复１１件；结转下年度１件。
        = new=12 result.total=11 carried-over=1
        共收到政府信息公开申请壹拾贰件。
        =
        共收到政府信息公开申请二十五件，其中自然人二十件，企业五件。
        = new=25 new.natural-person=20 new.business=5
        共收到政府信息公开申请一百二十三件。
        = new=123
        共收到政府信息公开申请1万余件。
        = ?inexact=10000
        政府信息公开申请12件，行政复议2件，行政诉讼1件。
        = new=12 challenges.review=2 challenges.litigation.*=1
        收到政府信息公开申请12件、行政复议2件、行政诉讼1件。
        = new=12 challenges.review=2 challenges.litigation.*=1
        全年收到政府信息公开申请、行政复议、行政诉讼分别为12件、2件、1件。
        = new=12 challenges.review=2 challenges.litigation.*=1
        全年新收、结转、办结申请分别为12件、1件、13件。
        = new=12 carried-over=1 result.total=13
        自然人、商业企业申请分别为10件、2件。
        = new.natural-person=10 new.business=2
        自然人和法人分别提出申请10件和2件。
        = new.natural-person=10 new.organization=2
        其中予以公开、部分公开、不予公开分别占50%、30%、20%。
        =
        全部予以公开的8件，占66.7%。
        = result.granted=8
        不予公开的2件中，涉及国家秘密1件，行政执法案卷1件。
        = result.refused.*=2 result.refused.state-secret=1 result.refused.enforcement-file=1
        不予公开2件，均属于行政查询事项。
        = result.refused.*=2
        不予公开2件（其中：属于国家秘密1件，危及“三安全一稳定”1件）。
        = result.refused.*=2 result.refused.state-secret=1 result.refused.security-stability=1
        保护第三方合法权益不予公开1件，属于三类内部事务信息不予公开2件，属于四类过程性信息不予公开3件。
        = result.refused.third-party-rights=1 result.refused.internal-affairs=2 result.refused.process-information=3
        因无正当理由大量反复申请不予处理1件，要求提供公开出版物不予处理1件。
        = result.unprocessed.excessive=1 result.unprocessed.publication=1
        申请人逾期不补正作其他处理2件。
        = result.other.not-corrected=2
        补正后申请内容仍不明确而无法提供2件。
        = result.unable.still-unclear=2
        因申请内容不明确要求补正3件。
        = ~corrected=3
        申请公开的信息不存在的3件、需要另行制作的2件。
        = result.unable.not-held=3 result.unable.must-be-created=2
        告知申请人信息不存在3件。
        = result.unable.not-held=3
        非本机关职责告知向其他机关申请3件。
        = result.unable.not-held=3
        其他处理中，申请人撤回2件、其他3件。
        = ~withdrawn=2 ~no-feature=3
        决定予以公开5件、不予公开1件。
        = result.granted=5 result.refused.*=1
        公开5件、部分公开1件、不公开1件。
        = result.granted+result.partial=5 result.partial=1 result.refused.*=1
        已公开8件，未公开1件。
        = ~published=8 ~published=1
        2024年，本机关依申请公开数量为零。
        = new=0
        2024年，本机关依申请公开数量为0。
        = new=0
        本年度依申请公开零申请。
        = new=0
        本年度没有任何公民、法人或其他组织向我局申请公开政府信息。
        = new=0
        本年度未有公民、法人或其他组织向本单位提出政府信息公开申请。
        = new=0
        未收到公民、法人或其他组织要求获取政府信息的申请。
        = new=0
        2024年未接到公民、法人和其他组织的依申请公开事项。
        = new=0
        暂未收到依申请公开申请。
        = new=0
        全年没有依申请公开件。
        = new=0
        全年无依申请公开业务。
        = new=0
        我街道未受理过依申请公开。
        = new=0
        全年未产生依申请公开费用。
        = information-fee.amount=0
        2024年无上年结转件，也无结转下年度件。
        = carried-in=0 carried-over=0
        本年度未发生行政许可、行政处罚、行政强制行为。
        = disclosure.licensing.decisions=0 disclosure.penalties.decisions=0 disclosure.coercion.decisions=0
        未实施行政强制。
        = disclosure.coercion.decisions=0
        本机关不具有行政许可、行政处罚权。
        =
        未发生一起行政复议、行政诉讼案件。
        = challenges.review=0 challenges.litigation.*=0
        全年行政复议、行政诉讼“零发生”。
        = challenges.review=0 challenges.litigation.*=0
        收到依申请公开申请0件，行政复议0件、行政诉讼0件，收取费用0元。
        = new=0 challenges.review=0 challenges.litigation.*=0 ~no-figure=0
        未收到政府信息公开类行政复议和行政诉讼。
        = challenges.review=0 challenges.litigation.*=0
        未因政府信息公开工作引发行政复议、行政诉讼。
        = challenges.review=0 challenges.litigation.*=0
        没有发生过因政府信息公开引发的行政复议或行政诉讼案件。
        = challenges.review=0 challenges.litigation.*=0
        未收到信访投诉。
        =
        未发生因信息公开引发的舆情事件。
        =
        没有收到对政府信息公开工作的举报投诉。
        =
        未发现应公开未公开的情况。
        =
        未出现超期答复情况。
        =
        无超期答复、不予公开不当等情形。
        =
        确保依申请公开工作无差错、无投诉、无复议、无诉讼。
        = ~planned=0 ~planned=0
        努力实现行政复议“零纠错”、行政诉讼“零败诉”。
        = ~planned=0
        """)
}
