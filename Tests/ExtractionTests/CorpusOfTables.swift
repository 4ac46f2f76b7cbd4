extension StatementCorpus {
    /// Reviews and litigation, documents, decisions and fees.
    static let tables = lines(
        """
        [challenges]
        本年度共发生政府信息公开行政复议5件，其中结果维持3件、结果纠正1件、其他结果1件、尚未审结0件。
        = challenges.review=5 challenges.review.upheld=3 challenges.review.corrected=1 challenges.review.other=1
        = challenges.review.pending=0
        因政府信息公开被申请行政复议5件，已审结4件，尚未审结1件。
        = challenges.review=5 challenges.review.upheld+challenges.review.corrected+challenges.review.other=4 challenges.review.pending=1
        行政复议5件（维持3件，撤销1件，驳回1件）。
        = challenges.review=5 challenges.review.upheld=3 ~other-act=1 ~instance=1
        行政诉讼4件，其中一审3件、二审1件。
        = challenges.litigation.*=4 ~instance=3 ~instance=1
        行政诉讼案件4件，均胜诉。
        = challenges.litigation.*=4
        被提起行政诉讼4件，其中未经复议直接起诉3件，复议后起诉1件。
        = challenges.litigation.*=4 challenges.litigation.direct=3 challenges.litigation.after-review=1
        未经复议直接起诉3件，其中结果维持2件、尚未审结1件；复议后起诉1件，结果维持1件。
        = challenges.litigation.direct=3 challenges.litigation.direct.upheld=2 challenges.litigation.direct.pending=1
        = challenges.litigation.after-review=1 challenges.litigation.after-review.upheld=1
        行政复议案件：3件，行政诉讼案件：无。
        = challenges.review=3 challenges.litigation.*=0
        行政复议：无；行政诉讼：无。
        = challenges.review=0 challenges.litigation.*=0
        因政府信息公开工作被申请行政复议、提起行政诉讼情况：无。
        = challenges.review=0 challenges.litigation.*=0
        本年度无行政复议、行政诉讼案件。
        = challenges.review=0 challenges.litigation.*=0
        本年度无行政复议或行政诉讼情况发生。
        = challenges.review=0 challenges.litigation.*=0
        不存在因政府信息公开引发的行政复议、行政诉讼情况。
        = challenges.review=0 challenges.litigation.*=0
        没有因政府信息公开被申请行政复议、被提起行政诉讼。
        = challenges.review=0 challenges.litigation.*=0
        未发生因政府信息公开申请行政复议、提起行政诉讼的情况。
        = challenges.review=0 challenges.litigation.*=0
        尚未发生针对政府信息公开的行政复议案件和行政诉讼案件。
        = challenges.review=0 challenges.litigation.*=0
        均未发生行政复议、行政诉讼。
        = challenges.review=0 challenges.litigation.*=0
        行政复议、行政诉讼案件均为零。
        = challenges.review=0 challenges.litigation.*=0
        行政复议、行政诉讼数量均为0。
        = challenges.review=0 challenges.litigation.*=0
        政府信息公开行政复议0件、行政诉讼0件。
        = challenges.review=0 challenges.litigation.*=0
        行政复议和行政诉讼各1件，均维持。
        = challenges.review=1 challenges.litigation.*=1
        行政复议2件、行政诉讼1件，均尚未审结。
        = challenges.review=2 challenges.litigation.*=1
        行政复议、行政诉讼共3件。
        = challenges.review+challenges.litigation.*=3
        发生行政复议诉讼案件0起。
        = challenges.review+challenges.litigation.*=0
        未发生行政复议诉讼案件。
        = challenges.review+challenges.litigation.*=0
        未被申请行政复议，未被提起行政诉讼。
        = challenges.review=0 challenges.litigation.*=0
        被申请人不服提起行政复议1件，复议机关维持1件。
        = challenges.review=1 challenges.review.upheld=1
        全市新收政府信息公开行政复议12件，结案11件，维持9件，纠错2件。
        = challenges.review=12 challenges.review.upheld+challenges.review.corrected+challenges.review.other=11 challenges.review.upheld=9
        = challenges.review.corrected=2
        上年度结转行政复议2件，本年新发生行政复议3件。
        = ~no-figure=2 challenges.review=3
        行政复议案件审结3件，未审结1件。
        = challenges.review.upheld+challenges.review.corrected+challenges.review.other=3 challenges.review.pending=1
        行政诉讼维持2件，纠正0件，其他结果1件，未审结1件。
        = challenges.litigation.*.upheld=2 challenges.litigation.*.corrected=0 challenges.litigation.*.other=1
        = challenges.litigation.*.pending=1
        经行政复议维持2件、纠正1件。
        = challenges.review.upheld=2 challenges.review.corrected=1
        行政复议结果维持、纠正各1件。
        = challenges.review.upheld=1 challenges.review.corrected=1
        行政复议无被纠正案件。
        = challenges.review.corrected=0
        没有行政复议被纠错、行政诉讼败诉案件。
        = challenges.litigation.*.corrected=0 challenges.review.corrected=0
        行政复议和行政诉讼无败诉案件。
        = challenges.litigation.*.corrected=0
        因不服政府信息公开答复提起行政复议2件。
        = challenges.review=2
        申请人对答复不服申请行政复议2件，提起行政诉讼1件。
        = challenges.review=2 challenges.litigation.*=1
        未收到因政府信息公开产生的投诉、行政复议和行政诉讼。
        = challenges.review=0 challenges.litigation.*=0
        1件行政复议案件正在审理中。
        = challenges.review.pending=1
        2024年，办理涉及政府信息公开的行政复议案件3件，应诉1件。
        = challenges.review=3 ~instance=1
        出庭应诉3次。
        = ~instance=3
        [overview]
        本年度制发行政规范性文件3件，废止1件，现行有效28件。
        = disclosure.normative-documents.issued=3 disclosure.normative-documents.repealed=1 disclosure.normative-documents.in-force=28
        全年新出台行政规范性文件3件、废止行政规范性文件1件。
        = disclosure.normative-documents.issued=3 disclosure.normative-documents.repealed=1
        制定并公布行政规范性文件5件。
        = disclosure.normative-documents.issued=5
        公开本年度制发的行政规范性文件5件。
        = ~published=5
        主动公开规范性文件5件。
        = ~unknown-noun=5
        公布规范性文件5件。
        = ~published=5
        发布规范性文件5件。
        = ~published=5
        报备规范性文件5件。
        = ~other-act=5
        修改和废止规范性文件5件。
        = ~other-act=5
        清理规范性文件40件，继续有效35件，废止3件，修改2件。
        = ~other-act=40 disclosure.normative-documents.in-force=35 disclosure.normative-documents.repealed=3 ~other-act=2
        对40件规范性文件开展清理，保留35件，废止5件。
        = ~other-act=40 ~other-act=35 disclosure.normative-documents.repealed=5
        审查规范性文件12件。
        = ~other-act=12
        印发政策文件35份。
        = ~document=35
        制发各类公文210件。
        = ~document=210
        未制定规章。
        = disclosure.regulations.issued=0
        未新制发、废止行政规范性文件。
        = disclosure.normative-documents.issued=0 disclosure.normative-documents.repealed=0
        我镇无规章、规范性文件。
        = ?several-readings=0 ?several-readings=0
        2024年，未制定出台行政规范性文件，现行有效行政规范性文件2件。
        = disclosure.normative-documents.issued=0 disclosure.normative-documents.in-force=2
        规章、行政规范性文件制发数均为0。
        = disclosure.regulations.issued=0 disclosure.normative-documents.issued=0
        制发规章1件、行政规范性文件8件。
        = disclosure.regulations.issued=1 disclosure.normative-documents.issued=8
        截至2024年底，现行有效规章12部、规范性文件230件。
        = disclosure.regulations.in-force=12 disclosure.normative-documents.in-force=230
        出台政府规章2件，修改3件，废止1件。
        = disclosure.regulations.issued=2 ~other-act=3 disclosure.regulations.repealed=1
        党内规范性文件5件。
        = ~document=5
        作出行政许可决定1188件，其中准予许可1180件、不予许可8件。
        = disclosure.licensing.decisions=1188 ~unknown-noun=1180 ~unknown-noun=8
        全年办理行政许可1,188件，行政处罚35件，行政强制0件。
        = disclosure.licensing.decisions=1188 disclosure.penalties.decisions=35 disclosure.coercion.decisions=0
        行政许可、行政处罚、行政强制分别为120件、35件、2件。
        = disclosure.licensing.decisions=120 disclosure.penalties.decisions=35 disclosure.coercion.decisions=2
        行政许可和行政处罚共155件。
        = disclosure.licensing.decisions+disclosure.penalties.decisions=155
        共受理行政许可1200件。
        = ~no-figure=1200
        公示行政许可120条、行政处罚35条。
        = ~published=120 ~published=35
        公开行政许可120条、行政处罚35条。
        = ~published=120 ~published=35
        公布行政许可事项120项。
        = ~permit-application=120
        承接行政许可事项35项，行政处罚权12项。
        = ~permit-application=35 ~unknown-noun=12
        梳理行政许可项目35项。
        = ~permit-application=35
        行政处罚案件立案35件，结案30件，罚款12.5万元。
        = ~unknown-noun=35 ~unknown-noun=30 ~unknown-noun=125000
        作出建设工程规划行政许可12件。
        = ~unknown-noun=12
        实施行政强制措施3起，作出行政处罚决定12起，处罚金额3.2万元。
        = disclosure.coercion.decisions=3 disclosure.penalties.decisions=12 ~other-measure=32000
        全年无行政许可、行政处罚、行政强制事项。
        = disclosure.licensing.decisions=0 disclosure.penalties.decisions=0
        本机关无行政许可、行政处罚、行政强制。
        = disclosure.licensing.decisions=0 disclosure.penalties.decisions=0 disclosure.coercion.decisions=0
        作出行政处罚决定书15份。
        = disclosure.penalties.decisions=15
        行政处罚双公示信息35条。
        = ~disclosed=35
        收取行政事业性收费35.6万元。
        = disclosure.fees.amount=35.6
        行政事业性收费总金额为356000元。
        = disclosure.fees.amount=35.6
        行政事业性收费项目3项，收费金额35.6万元。
        = ~other-measure=3 disclosure.fees.amount=35.6
        未收取行政事业性收费。
        = disclosure.fees.amount=0
        无行政事业性收费。
        = disclosure.fees.amount=0
        行政事业性收费1,234.56万元。
        = disclosure.fees.amount=1234.56
        全年行政事业性收费1.2亿元。
        = disclosure.fees.amount=12000
        [other]
        2024年，本机关未收取政府信息公开信息处理费。
        = information-fee.amount=0
        本年度收取信息处理费共计2件，金额120元。
        = ~other-measure=2 information-fee.amount=120
        发出收费通知0件，总金额0元，实际收取总金额0元。
        = information-fee.notices=0 information-fee.noticed=0 information-fee.amount=0
        2024年发出收费通知2件，总金额300元，实际收取120元。
        = information-fee.notices=2 information-fee.noticed=300 information-fee.amount=120
        信息处理费收取情况：2024年共发出收费通知0件，收取总金额为0元。
        = information-fee.notices=0 information-fee.noticed=0
        全年依申请公开信息处理费收费0元。
        = information-fee.amount=0
        未产生信息处理费。
        = information-fee.amount=0
        信息处理费为0。
        = information-fee.amount=0
        2024年度收取信息处理费情况：无。
        = information-fee.amount=0
        无信息处理费收取情况。
        = information-fee.amount=0
        没有收取依申请公开信息处理费。
        = information-fee.amount=0
        2024年我局没有向申请人收取任何信息处理费。
        = information-fee.amount=0
        """)
}
